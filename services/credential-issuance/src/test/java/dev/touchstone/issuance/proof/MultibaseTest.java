package dev.touchstone.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MultibaseTest {

    @Property
    void readsBackWhatItWrote(@ForAll @Size(max = 64) byte[] bytes) {
        assertThat(Multibase.decode(Multibase.base58(bytes))).isEqualTo(bytes);
        assertThat(Multibase.decode(Multibase.base64url(bytes))).isEqualTo(bytes);
    }

    @Test
    void writesLeadingZerosAsOnes() {
        assertThat(Multibase.base58(new byte[] {0, 0, 1})).isEqualTo("z112");
    }

    @Test
    void refusesOtherBasesAndCharacters() {
        assertThatIllegalArgumentException().isThrownBy(() -> Multibase.decode("f00"));
        assertThatIllegalArgumentException().isThrownBy(() -> Multibase.decode("z0OIl"));
        assertThatIllegalArgumentException().isThrownBy(() -> Multibase.decode("z" + "2".repeat(201)));
    }
}
