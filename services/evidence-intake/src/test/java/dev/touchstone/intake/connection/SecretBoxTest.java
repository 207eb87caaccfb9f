package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.connection.SecretBox.SealBroken;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final UUID CONNECTION = new UUID(1, 2);
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);

    private final SecretBox box = new SecretBox(new byte[32]);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = box.seal("northwind", CONNECTION, SECRET);

        assertThat(box.open("northwind", CONNECTION, sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hush");
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(box.seal("northwind", CONNECTION, SECRET)).isNotEqualTo(box.seal("northwind", CONNECTION, SECRET));
    }

    @Test
    void doesNotOpenForAnotherConnection() {
        byte[] sealed = box.seal("northwind", CONNECTION, SECRET);

        assertThatThrownBy(() -> box.open("northwind", new UUID(1, 3), sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> box.open("southwind", CONNECTION, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void doesNotOpenForAnotherAudience() {
        byte[] sealed = box.seal("northwind", CONNECTION, "https://api.example.org", SECRET);

        assertThat(box.open("northwind", CONNECTION, "https://api.example.org", sealed))
                .isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open("northwind", CONNECTION, "https://evil.example.org", sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> box.open("northwind", CONNECTION, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        byte[] sealed = box.seal("northwind", CONNECTION, SECRET);
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;

        assertThatThrownBy(() -> new SecretBox(otherKey).open("northwind", CONNECTION, sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void doesNotOpenWhatWasAltered() {
        byte[] sealed = box.seal("northwind", CONNECTION, SECRET);
        sealed[20] ^= 1;

        assertThatThrownBy(() -> box.open("northwind", CONNECTION, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> box.open("northwind", CONNECTION, new byte[3])).isInstanceOf(SealBroken.class);
    }
}
