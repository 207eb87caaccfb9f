package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a machine presents in the {@code Authorization} header: the connection it says it is, and the secret. As HTTP
 * Basic the key is the connection's id; as bearer token both are one word, {@code tsc_<id>_<secret>}.
 */
public record ConnectionCredential(SenderScheme scheme, UUID connectionId, String secret) {

    private static final String TOKEN_PREFIX = "tsc_";
    private static final int ID_LENGTH = 32;
    private static final int LONGEST = 1000;

    /** How it is presented. */
    public enum SenderScheme {
        BASIC,
        BEARER
    }

    /** Empty if the header does not hold a connection's credential; it may well be somebody else's. */
    public static Optional<ConnectionCredential> parse(String authorization) {
        if (authorization == null || authorization.length() > LONGEST) {
            return Optional.empty();
        }
        int space = authorization.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        String scheme = authorization.substring(0, space);
        String rest = authorization.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Basic")) {
            return basic(rest);
        }
        return scheme.equalsIgnoreCase("Bearer") ? bearer(rest) : Optional.empty();
    }

    /** Key and secret as they stand in a form; empty if the key cannot be one. */
    public static Optional<ConnectionCredential> ofPair(String key, String secret) {
        return uuid(key).map(id -> new ConnectionCredential(SenderScheme.BASIC, id, secret));
    }

    /** The bearer token of a connection. */
    public static String token(UUID connectionId, String secret) {
        return TOKEN_PREFIX + connectionId.toString().replace("-", "") + "_" + secret;
    }

    /** Whether the secret is one of these. The time taken does not tell how much of it was right. */
    public boolean matches(List<byte[]> secrets) {
        byte[] given = secret.getBytes(StandardCharsets.UTF_8);
        boolean matched = false;
        for (byte[] live : secrets) {
            matched |= live.length > 0 && MessageDigest.isEqual(live, given);
        }
        return matched;
    }

    private static Optional<ConnectionCredential> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : uuid(pair.substring(0, colon))
                            .map(id -> new ConnectionCredential(SenderScheme.BASIC, id, pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ConnectionCredential> bearer(String token) {
        int secretAt = TOKEN_PREFIX.length() + ID_LENGTH + 1;
        if (!token.startsWith(TOKEN_PREFIX) || token.length() <= secretAt || token.charAt(secretAt - 1) != '_') {
            return Optional.empty();
        }
        String id = token.substring(TOKEN_PREFIX.length(), secretAt - 1);
        String dashed = id.substring(0, 8) + "-" + id.substring(8, 12) + "-" + id.substring(12, 16) + "-"
                + id.substring(16, 20) + "-" + id.substring(20);
        return uuid(dashed)
                .map(known -> new ConnectionCredential(SenderScheme.BEARER, known, token.substring(secretAt)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return scheme + " connection=" + connectionId;
    }
}
