package dev.touchstone.embedded.openid;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Codes handed to browsers: good once, and for two minutes. */
final class AuthorizationCodes {
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final Map<String, Entry> open = new ConcurrentHashMap<>();

    /** What was agreed to at the sign-in page. */
    record Grant(String login, String clientId, String redirectUri, String nonce, String codeChallenge) {}

    private record Entry(Grant grant, Instant expires) {}

    String issue(Grant grant) {
        var now = Instant.now();
        open.values().removeIf(entry -> entry.expires().isBefore(now));
        var code = UUID.randomUUID().toString();
        open.put(code, new Entry(grant, now.plus(LIFETIME)));
        return code;
    }

    Optional<Grant> redeem(String code) {
        return Optional.ofNullable(open.remove(code))
                .filter(entry -> entry.expires().isAfter(Instant.now()))
                .map(Entry::grant);
    }
}
