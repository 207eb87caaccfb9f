package dev.touchstone.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeConfigTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all, but as long as a key is"})
    void refusesAKeyThatIsNone(String masterKey) {
        // Given
        IntakeConfig config = new IntakeConfig(masterKey);

        // Then
        assertThatThrownBy(config::secretBox)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("touchstone.intake.master-key must be 32 bytes in Base64")
                .hasMessageNotContaining("c2hvcnQ=")
                .hasNoCause();
    }

    @Test
    void takesAKeyWithTheLineEndThatFilesHave() {
        // Given
        String key = Base64.getEncoder().encodeToString(new byte[32]) + "\n";
        UUID connection = UUID.fromString("7d4c1a52-96a4-4a0e-8f53-1c2f6c4d9c11");
        byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);

        // When
        var box = new IntakeConfig(key).secretBox();

        // Then
        assertThat(box.open("northwind", connection, box.seal("northwind", connection, secret)))
                .isEqualTo(secret);
    }
}
