package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OLDER = "older".getBytes(StandardCharsets.UTF_8);
    private static final AccessToken TOKEN =
            new AccessToken(new UUID(1, 2), Set.of(AccessScope.WRITE), NOW.plusSeconds(60));

    @Test
    void isGoodForTheSecretsThatLive() {
        AccessToken.Presented presented =
                AccessToken.parse("Bearer " + TOKEN.sealed(OLDER)).orElseThrow();

        assertThat(presented.verify(List.of(SECRET, OLDER), NOW)).contains(TOKEN);
        assertThat(presented.verify(List.of(SECRET), NOW)).isEmpty();
        assertThat(presented.verify(List.of(OLDER), NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void cannotBeGivenAnotherScope() {
        String sealed = TOKEN.sealed(SECRET);
        String other = new AccessToken(TOKEN.connectionId(), Set.of(AccessScope.READ), TOKEN.expires()).sealed(OLDER);
        String forged = other.substring(0, other.indexOf('.')) + sealed.substring(sealed.indexOf('.'));

        assertThat(AccessToken.parse("Bearer " + forged).orElseThrow().verify(List.of(SECRET), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic tsx_a.b",
                "Bearer tsx_",
                "Bearer tsx_.",
                "Bearer tsx_!!.!!",
                "Bearer tsx_YQ.YQ",
                "Bearer eyJ.a.b"
            })
    void readsNothingElse(String authorization) {
        assertThat(AccessToken.parse(authorization)).isEmpty();
    }
}
