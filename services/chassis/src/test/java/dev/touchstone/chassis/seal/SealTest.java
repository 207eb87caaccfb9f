package dev.touchstone.chassis.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.chassis.seal.Seal.SealBroken;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);
    private static final String PLACE = "northwind/1";

    private final Seal seal = new Seal(new byte[32]);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = seal.seal(PLACE, SECRET);

        assertThat(seal.open(PLACE, sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hush");
    }

    /** What releases before sealed has to open for ever. */
    @Test
    void opensWhatWasSealedBefore() {
        byte[] sealed = HexFormat.of()
                .parseHex("01" + "000102030405060708090a0b" + "e0be403a" + "6469cb7bafbd06477495a13f4ed2c77b");

        assertThat(seal.open(PLACE, sealed)).isEqualTo(SECRET);
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(seal.seal(PLACE, SECRET)).isNotEqualTo(seal.seal(PLACE, SECRET));
    }

    @Test
    void doesNotOpenElsewhereOrWithAnotherKey() {
        byte[] sealed = seal.seal(PLACE, SECRET);
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;

        assertThatThrownBy(() -> seal.open("southwind/1", sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> new Seal(otherKey).open(PLACE, sealed))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("master key");
    }

    @Test
    void doesNotOpenWhatWasAltered() {
        byte[] sealed = seal.seal(PLACE, SECRET);
        sealed[20] ^= 1;

        assertThatThrownBy(() -> seal.open(PLACE, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> seal.open(PLACE, new byte[3])).isInstanceOf(SealBroken.class);
    }

    @Test
    void wantsAKeyOfThirtyTwoBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seal(new byte[16]));
    }
}
