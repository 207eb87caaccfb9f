package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.connection.ConnectionCredential.SenderScheme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionCredentialTest {

    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    @Test
    void basicKeyIsTheConnectionId() {
        String pair = Base64.getEncoder().encodeToString((ID + ":a:secret").getBytes(StandardCharsets.UTF_8));

        Optional<ConnectionCredential> credential = ConnectionCredential.parse("basic " + pair);

        assertThat(credential).contains(new ConnectionCredential(SenderScheme.BASIC, ID, "a:secret"));
    }

    @Test
    void tokenHoldsIdAndSecret() {
        Optional<ConnectionCredential> credential =
                ConnectionCredential.parse("Bearer " + ConnectionCredential.token(ID, "se_cret"));

        assertThat(credential).contains(new ConnectionCredential(SenderScheme.BEARER, ID, "se_cret"));
    }

    @Test
    void someoneElsesTokenIsNotOurs() {
        Optional<ConnectionCredential> credential = ConnectionCredential.parse("Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln");

        assertThat(credential).isEmpty();
    }

    @Test
    void matchesEitherLiveSecretAndNoOther() {
        ConnectionCredential credential = new ConnectionCredential(SenderScheme.BASIC, ID, "old");

        assertThat(credential.matches(List.of(bytes("new"), bytes("old")))).isTrue();
        assertThat(credential.matches(List.of(bytes("new")))).isFalse();
        assertThat(credential.matches(List.of())).isFalse();
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(new ConnectionCredential(SenderScheme.BASIC, ID, "hush")).hasToString("BASIC connection=" + ID);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
