package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** How a sender of webhooks proves who it is, as data. */
public sealed interface VerifierProfile permits LocalProfile, JwtBodyProfile {

    /** What this service keeps of the sender's secret. */
    enum SecretUse {
        /** Both sides know it; one can be minted here. */
        SHARED,
        /** The sender's public key, which only the sender can give. */
        PUBLIC_KEY,
        /** None. */
        NONE
    }

    VerifierKind kind();

    /**
     * Whether a header field may be believed beyond the body: it is signed itself, a signed time keeps a captured
     * request from being sent again later, or whoever could alter the field could write the whole request anew.
     */
    boolean vouchesFor(String header);

    /** Header fields, in lower case, that must neither be kept nor shown to a template. */
    default Set<String> secretHeaders() {
        return Set.of();
    }

    /** Whether what is proved is about the body after its content encoding was taken off. */
    default boolean readsDecodedBody() {
        return false;
    }

    default SecretUse secretUse() {
        return SecretUse.SHARED;
    }

    /** Random bytes as a secret is written for this kind of sender. */
    default String writeSecret(byte[] random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * The key itself, from the secret as it is written.
     *
     * @throws InvalidProfile if it cannot be one
     */
    default byte[] material(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
