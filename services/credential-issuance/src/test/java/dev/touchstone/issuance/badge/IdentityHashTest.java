package dev.touchstone.issuance.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IdentityHashTest {

    @Test
    void hashesAddressAndSalt() {
        // When
        IdentityHash identity = IdentityHash.ofEmail(" A@B.example ", new byte[16]);

        // Then
        assertThat(identity.hash())
                .isEqualTo("sha256$29446ad71f5ec9373a050b34bbea7d0e795e8980d8d68d1a4b5d887cd940dd4d");
        assertThat(identity.salt()).isEqualTo("0".repeat(32));
    }

    @Test
    void refusesAShortSalt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentityHash.ofEmail("a@b.example", new byte[15]))
                .withMessageContaining("16 bytes");
    }
}
