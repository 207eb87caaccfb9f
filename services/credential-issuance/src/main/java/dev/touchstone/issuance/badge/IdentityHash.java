package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.document.Members;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * An e-mail address that can be recognised but not read: Open Badges 3.0 IdentityObject, {@code sha256$} and the
 * hexadecimal SHA-256 of address and salt. The address is taken in lower case, without surrounding space.
 */
public record IdentityHash(String hash, String salt) {

    /** Bytes of salt: 128 bits, so that two badges of one person cannot be joined by it. */
    public static final int SALT_BYTES = 16;

    public static IdentityHash ofEmail(String email, byte[] salt) {
        if (salt.length < SALT_BYTES) {
            throw new IllegalArgumentException("a salt has at least " + SALT_BYTES + " bytes");
        }
        String text = HexFormat.of().formatHex(salt);
        String identifier = email.strip().toLowerCase(Locale.ROOT);
        return new IdentityHash("sha256$" + sha256(identifier + text), text);
    }

    public Map<String, Object> members() {
        return Members.object()
                .with("type", "IdentityObject")
                .with("hashed", true)
                .with("identityHash", hash)
                .with("identityType", "emailAddress")
                .with("salt", salt)
                .build();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
