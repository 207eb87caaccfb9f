package dev.touchstone.intake.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final RSAKey FIRST = key("first");
    private static final RSAKey SECOND = key("second");

    private int asked;
    private String published = set(FIRST);
    private final PublishedKeys keys = new PublishedKeys(
            "https://lms.example/keys",
            () -> Uni.createFrom().item(() -> {
                asked++;
                if (published == null) {
                    throw new IllegalStateException("away");
                }
                return published.getBytes(StandardCharsets.UTF_8);
            }));

    @Test
    void keptForAnHour() {
        // Given
        held(START);
        published = set(SECOND);

        // Then
        assertThat(held(START.plusSeconds(3599)).getKeyByKeyId("first")).isNotNull();
        assertThat(asked).isEqualTo(1);
        assertThat(held(START.plusSeconds(3600)).getKeyByKeyId("second")).isNotNull();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void unknownKeyMakesItAskOnceAMinute() {
        // Given
        held(START);
        published = set(SECOND);

        // Then
        assertThat(renewed(START.plusSeconds(1)).getKeyByKeyId("second")).isNotNull();
        renewed(START.plusSeconds(2));
        renewed(START.plusSeconds(60));
        assertThat(asked).isEqualTo(2);
        renewed(START.plusSeconds(61));
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void keysHeldStayGoodWhileTheSetIsAway() {
        // Given
        held(START);
        published = null;

        // When
        JWKSet still = held(START.plusSeconds(7200));

        // Then
        assertThat(still.getKeyByKeyId("first")).isNotNull();
    }

    @Test
    void withoutAnyKeysThereIsNoAnswerAndNoStorm() {
        // Given
        published = "not a key set";

        // Then
        assertThatThrownBy(() -> held(START)).isInstanceOf(PublishedKeys.KeysAway.class);
        assertThatThrownBy(() -> held(START.plusSeconds(9))).isInstanceOf(PublishedKeys.KeysAway.class);
        assertThat(asked).isEqualTo(1);
        published = set(FIRST);
        assertThat(held(START.plusSeconds(10)).getKeyByKeyId("first")).isNotNull();
    }

    @Test
    void symmetricKeysAreNoPublicOnes() {
        // Given
        OctetSequenceKey symmetric =
                new OctetSequenceKey.Builder(new byte[32]).keyID("first").build();
        published = new JWKSet(symmetric).toString(false);

        // Then
        assertThat(held(START).getKeys()).isEmpty();
    }

    private JWKSet held(Instant now) {
        return keys.held(now).await().indefinitely();
    }

    private JWKSet renewed(Instant now) {
        return keys.renewed(now).await().indefinitely();
    }

    private static String set(RSAKey key) {
        return new JWKSet(key).toString(true);
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
