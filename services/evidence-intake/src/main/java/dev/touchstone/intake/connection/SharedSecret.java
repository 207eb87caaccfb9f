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

    /** A new one of 256 random bits, written as the profile's sender writes its secrets. */
    public static SharedSecret mint(HmacProfile profile) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        Encoding encoding = profile == null ? Encoding.BASE64URL : profile.secretEncoding();
        return new SharedSecret(
                switch (encoding) {
                    case HEX -> java.util.HexFormat.of().formatHex(bytes);
                    case BASE64 -> Base64.getEncoder().encodeToString(bytes);
                    case BASE64URL, UTF8 ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                },
                true);
    }

    public static SharedSecret given(String text) {
        return new SharedSecret(text, false);
    }

    /**
     * The key itself.
     *
     * @param profile null where the secret is compared as it is
     * @throws InvalidProfile if it is not in the profile's encoding or has fewer than 8 bytes
     */
    public static byte[] material(HmacProfile profile, String text) {
        byte[] material = profile == null
                ? text.getBytes(StandardCharsets.UTF_8)
                : profile.secretEncoding()
                        .decode(text)
                        .orElseThrow(() -> new InvalidProfile("secret", "is not in the profile's secretEncoding"));
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
