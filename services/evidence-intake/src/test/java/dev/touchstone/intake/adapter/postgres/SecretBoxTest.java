package dev.touchstone.intake.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.chassis.seal.Seal.SealBroken;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final UUID CONNECTION = new UUID(1, 2);
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);

    private final SecretBox box = new SecretBox(new byte[32]);

    @Test
    void opensForItsOwnConnectionOnly() {
        // When
        byte[] sealed = box.seal("northwind", CONNECTION, SECRET);

        // Then
        assertThat(box.open("northwind", CONNECTION, sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open("northwind", new UUID(1, 3), sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> box.open("southwind", CONNECTION, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void doesNotOpenForAnotherAudience() {
        // Given
        byte[] sealed = box.seal("northwind", CONNECTION, "https://api.example.org", SECRET);

        // When
        byte[] opened = box.open("northwind", CONNECTION, "https://api.example.org", sealed);

        // Then
        assertThat(opened).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open("northwind", CONNECTION, "https://evil.example.org", sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> box.open("northwind", CONNECTION, sealed)).isInstanceOf(SealBroken.class);
    }
}
