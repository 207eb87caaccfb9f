package dev.touchstone.issuance.adapter.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.issuer.SigningKey;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AesGcmVaultTest {

    private final BouncyCastleEd25519 ed25519 = new BouncyCastleEd25519();
    private final byte[] seed = ed25519.newSeed();
    private final SigningKey key = new SigningKey(ed25519.publicKey(seed), seed);
    private final AesGcmVault vault = new AesGcmVault(new byte[32]);

    @Test
    void opensWhatItSealed() {
        // When
        byte[] sealed = vault.seal("northwind", key);

        // Then
        assertThat(vault.open("northwind", key.publicKey().text(), sealed)).isEqualTo(seed);
        assertThat(HexFormat.of().formatHex(sealed))
                .doesNotContain(HexFormat.of().formatHex(seed));
        assertThat(vault.seal("northwind", key)).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingForAnotherOrganisationKeyOrMasterKey() {
        // Given
        byte[] sealed = vault.seal("northwind", key);
        byte[] otherMaster = new byte[32];
        otherMaster[0] = 1;

        // When / Then
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open("contoso", key.publicKey().text(), sealed));
        assertThatIllegalStateException().isThrownBy(() -> vault.open("northwind", "z6MkOther", sealed));
        assertThatIllegalStateException()
                .isThrownBy(() -> new AesGcmVault(otherMaster)
                        .open("northwind", key.publicKey().text(), sealed))
                .withMessageContaining("master key");
        assertThatIllegalStateException().isThrownBy(() -> vault.open("northwind", "z6Mk", new byte[3]));
    }

    @Test
    void wantsAMasterKeyOfThirtyTwoBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AesGcmVault(new byte[16]));
    }

    @Test
    void neverShowsTheSeed() {
        assertThat(key.toString()).contains(key.publicKey().text()).doesNotContain("[B@");
    }
}
