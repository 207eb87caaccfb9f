package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a connection gets for its key and secret by OAuth 2 (RFC 6749 section 4.4). Nothing of it is kept: it is sealed
 * with the connection's secret, and so it ends with that, when the connection is disabled, or by its time.
 */
public record AccessToken(UUID connectionId, Set<AccessScope> scopes, Instant expires) {

    private static final String PREFIX = "tsx_";
    private static final int LONGEST = 500;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /** A token whose seal has not been looked at. */
    public record Presented(AccessToken token, String sealed, byte[] seal) {

        /** Empty unless it was sealed with one of the secrets and is still good. */
        public Optional<AccessToken> verify(List<byte[]> secrets, Instant now) {
            boolean genuine = false;
            for (byte[] secret : secrets) {
                genuine |= secret.length > 0 && MessageDigest.isEqual(mac(secret, sealed), seal);
            }
            return genuine && now.isBefore(token.expires()) ? Optional.of(token) : Optional.empty();
        }
    }

    public String sealed(byte[] secret) {
        String text = connectionId + "." + expires.getEpochSecond() + "."
                + scopes.stream().sorted().map(AccessScope::name).collect(Collectors.joining("+"));
        String encoded = ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return PREFIX + encoded + "." + ENCODER.encodeToString(mac(secret, encoded));
    }

    /** Empty if the header holds no such token. */
    public static Optional<Presented> parse(String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        String token = authorization.substring(7).strip();
        int seal = token.indexOf('.');
        if (!token.startsWith(PREFIX) || seal < 0) {
            return Optional.empty();
        }
        String sealed = token.substring(PREFIX.length(), seal);
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8).split("\\.");
            Set<AccessScope> scopes = EnumSet.noneOf(AccessScope.class);
            Arrays.stream(parts[2].split("\\+")).map(AccessScope::valueOf).forEach(scopes::add);
            AccessToken read =
                    new AccessToken(UUID.fromString(parts[0]), scopes, Instant.ofEpochSecond(Long.parseLong(parts[1])));
            return Optional.of(
                    new Presented(read, sealed, Base64.getUrlDecoder().decode(token.substring(seal + 1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] mac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            // Not a text that the secret could be made to sign anywhere else.
            return mac.doFinal(("access token\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "access-token connection=" + connectionId;
    }
}
