package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a sender and this service both know. As text it exists while it is created and shown; at rest it is sealed.
 *
 * @param text as the sender is to be configured with it
 * @param minted whether it was made here, and so has to be shown once
 */
public record SharedSecret(String text, boolean minted) {

    private static final int RANDOM_BYTES = 32;
    private static final int SHORTEST = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one of 256 random bits, written as the profile's sender writes its secrets; the profile may be null. */
    public static SharedSecret mint(VerifierProfile profile) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String text = profile == null
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
                : profile.writeSecret(bytes);
        return new SharedSecret(text, true);
    }

    public static SharedSecret given(String text) {
        return new SharedSecret(text, false);
    }

    /**
     * The key itself.
     *
     * @param profile null where the secret is compared as it is
     * @throws InvalidProfile if it is not what the profile needs or has fewer than 8 bytes
     */
    public static byte[] material(VerifierProfile profile, String text) {
        byte[] material = profile == null ? text.getBytes(StandardCharsets.UTF_8) : profile.material(text);
        if (material.length < SHORTEST) {
            throw new InvalidProfile("secret", "must have at least " + SHORTEST + " bytes");
        }
        return material;
    }

    /** Says nothing: secrets stay out of logs. */
    @Override
    public String toString() {
        return "secret";
    }
}
