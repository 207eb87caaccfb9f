package dev.touchstone.intake.connection;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The body is a JWS in its compact form (RFC 7515), signed with a key of the sender's published set; its payload is the
 * message. Keys rotate with the set, so there is no secret here.
 *
 * @param jwksUri where the key set is published; null where it is given here
 * @param jwks the key set; null where it is published
 * @param algorithms names of RFC 7518; never a symmetric one, with which a public key would do as a secret
 * @param issuer what the claim {@code iss} must say; null for any
 * @param tolerance for the claims {@code exp}, {@code nbf} and {@code iat}, where they are there
 */
public record JwtBodyProfile(
        String jwksUri, Map<String, Object> jwks, Set<String> algorithms, String issuer, Duration tolerance)
        implements VerifierProfile {

    public JwtBodyProfile {
        algorithms = Set.copyOf(algorithms);
    }

    @Override
    public VerifierKind kind() {
        return VerifierKind.JWT_BODY;
    }

    @Override
    public boolean vouchesFor(String header) {
        return false;
    }

    @Override
    public boolean readsDecodedBody() {
        return true;
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.NONE;
    }
}
