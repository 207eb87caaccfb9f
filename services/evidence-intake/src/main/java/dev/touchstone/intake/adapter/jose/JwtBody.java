package dev.touchstone.intake.adapter.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.connection.JwtBodyProfile;
import dev.touchstone.intake.connection.Rejection;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A body that is a JWS in its compact form (RFC 7515 section 7.1), whose payload is the message. */
final class JwtBody {

    private static final int SHORTEST_RSA = 2048;
    private static final int MOST_KEYS = 10;

    private final JWSObject signed;

    private JwtBody(JWSObject signed) {
        this.signed = signed;
    }

    /** Empty if it is something else. */
    static Optional<JwtBody> parse(byte[] body) {
        try {
            return Optional.of(new JwtBody(JWSObject.parse(new String(body, StandardCharsets.US_ASCII).strip())));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] payload() {
        return signed.getPayload().toBytes();
    }

    boolean algorithmIsOneOf(JwtBodyProfile profile) {
        return profile.algorithms().contains(signed.getHeader().getAlgorithm().getName());
    }

    /** Whether another key set might know better: the key is not in this one, or none is named. */
    boolean asksForNewerKeys(Rejection rejection) {
        return rejection == Rejection.KEY_UNKNOWN
                || rejection == Rejection.MISMATCH && signed.getHeader().getKeyID() == null;
    }

    /** Why it is not by the holder of one of the keys; empty if it is. */
    Optional<Rejection> unsigned(JWKSet keys) {
        List<JWK> candidates =
                keys.getKeys().stream().filter(this::fits).limit(MOST_KEYS).toList();
        if (candidates.isEmpty()) {
            return Optional.of(Rejection.KEY_UNKNOWN);
        }
        return candidates.stream().anyMatch(this::verifies) ? Optional.empty() : Optional.of(Rejection.MISMATCH);
    }

    /** Why its claims make it no message for now; empty if they do not (RFC 7519 section 4.1). */
    Optional<Rejection> untimely(JwtBodyProfile profile, Instant now) {
        Object payload;
        try {
            payload = JsonValues.parse(payload());
        } catch (JsonValues.NotJson e) {
            return Optional.of(Rejection.SIGNATURE_UNREADABLE);
        }
        if (!(payload instanceof Map<?, ?> claims)) {
            return Optional.of(Rejection.SIGNATURE_UNREADABLE);
        }
        if (profile.issuer() != null && !profile.issuer().equals(claims.get("iss"))) {
            return Optional.of(Rejection.ISSUER_REFUSED);
        }
        try {
            Instant early = now.minus(profile.tolerance());
            Instant late = now.plus(profile.tolerance());
            if (claims.get("exp") != null && !early.isBefore(time(claims.get("exp")))) {
                return Optional.of(Rejection.EXPIRED);
            }
            boolean ahead = claims.get("nbf") != null && late.isBefore(time(claims.get("nbf")))
                    || claims.get("iat") != null && late.isBefore(time(claims.get("iat")));
            return ahead ? Optional.of(Rejection.TIMESTAMP_STALE) : Optional.empty();
        } catch (DateTimeException | ClassCastException e) {
            return Optional.of(Rejection.TIMESTAMP_UNREADABLE);
        }
    }

    private static Instant time(Object claim) {
        return Instant.ofEpochSecond(((Number) claim).longValue());
    }

    private boolean fits(JWK key) {
        String named = signed.getHeader().getKeyID();
        return (named == null || named.equals(key.getKeyID()))
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null
                        || key.getAlgorithm().equals(signed.getHeader().getAlgorithm()));
    }

    private boolean verifies(JWK key) {
        try {
            JWSVerifier verifier = null;
            if (key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA) {
                verifier = new RSASSAVerifier(rsa.toRSAPublicKey());
            } else if (key instanceof ECKey curve) {
                verifier = new ECDSAVerifier(curve.toECPublicKey());
            }
            return verifier != null
                    && verifier.supportedJWSAlgorithms()
                            .contains(signed.getHeader().getAlgorithm())
                    && signed.verify(verifier);
        } catch (JOSEException | IllegalStateException e) {
            return false;
        }
    }
}
