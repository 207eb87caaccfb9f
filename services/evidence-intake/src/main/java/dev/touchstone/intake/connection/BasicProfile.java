package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** HTTP Basic (RFC 7617) with a fixed user name; the secret is the password. */
public record BasicProfile(String username) implements LocalProfile {

    @Override
    public VerifierKind kind() {
        return VerifierKind.BASIC;
    }

    @Override
    public boolean vouchesFor(String header) {
        return true;
    }

    @Override
    public Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now) {
        Optional<String> encoded = LiveSecrets.credentials(arrival.headers(), "Basic");
        if (encoded.isEmpty()) {
            return Optional.of(Rejection.CREDENTIALS_MISSING);
        }
        Optional<String> pair =
                Encoding.BASE64.decode(encoded.get()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        int colon = pair.map(text -> text.indexOf(':')).orElse(-1);
        if (colon < 0) {
            return Optional.of(Rejection.CREDENTIALS_UNREADABLE);
        }
        Optional<Rejection> wrongPassword =
                LiveSecrets.compare(secrets, pair.get().substring(colon + 1));
        return isUser(username, pair.get().substring(0, colon)) ? wrongPassword : Optional.of(Rejection.MISMATCH);
    }

    static boolean isUser(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
