package dev.touchstone.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.LaunchMode;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MasterKeyTest {

    @Test
    void refusesAProductionStartWithoutAKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKey.madeUp(LaunchMode.NORMAL))
                .withMessageContaining("TOUCHSTONE_ISSUANCE_MASTER_KEY");
    }

    @Test
    void makesAKeyUpForDevelopmentAndTests() {
        assertThat(MasterKey.madeUp(LaunchMode.TEST)).hasSize(32).isNotEqualTo(MasterKey.madeUp(LaunchMode.TEST));
    }

    @Test
    void readsTheKeyGiven() {
        // Given
        String text = Base64.getEncoder().encodeToString(new byte[32]);

        // When
        byte[] key = MasterKey.decode(" " + text + "\n");

        // Then
        assertThat(key).hasSize(32);
    }

    @Test
    void refusesAKeyOfAnotherLengthWithoutRepeatingIt() {
        // Given
        String text = Base64.getEncoder().encodeToString(new byte[31]);

        // When / Then
        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKey.decode(text))
                .withMessageContaining("32 bytes in Base64")
                .withMessageNotContaining(text);
        assertThatIllegalStateException().isThrownBy(() -> MasterKey.decode("!"));
    }
}
