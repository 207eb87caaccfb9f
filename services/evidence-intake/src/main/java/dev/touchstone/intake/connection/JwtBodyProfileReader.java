package dev.touchstone.intake.connection;

import dev.touchstone.intake.document.Document;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the profile of senders whose body is a JWT. Whether the keys can be used is for others to say. */
final class JwtBodyProfileReader {

    private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512", "ES256");
    private static final List<String> USUAL = List.of("RS256");

    private JwtBodyProfileReader() {}

    static Optional<VerifierProfile> read(Document profile) {
        profile.allowOnly(Set.of("kind", "jwksUri", "jwks", "algorithms", "issuer", "toleranceSeconds"));
        Optional<String> uri = profile.text("jwksUri", 2000);
        uri.filter(text -> !isWebAddress(text))
                .ifPresent(text -> profile.violation("jwksUri", "must be the address of a key set"));
        Optional<Map<String, Object>> keys = profile.object("jwks").map(Document::fields);
        if (uri.isPresent() == keys.isPresent()) {
            profile.violation("", "must have either jwksUri or jwks");
        }
        List<String> algorithms = profile.has("algorithms") ? profile.texts("algorithms", 10, 20) : USUAL;
        if (algorithms.isEmpty() || !ALGORITHMS.containsAll(algorithms)) {
            profile.violation("algorithms", "must be of RS256, RS384, RS512 and ES256");
        }
        Optional<String> issuer = profile.text("issuer", 2000);
        Duration tolerance = VerifierReader.tolerance(profile);
        return Optional.of(new JwtBodyProfile(
                uri.orElse(null), keys.orElse(null), new LinkedHashSet<>(algorithms), issuer.orElse(null), tolerance));
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
