package dev.touchstone.intake.xapi.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/** A document of state or of a profile. */
public record XapiDocument(String contentType, byte[] content, Instant updated) {

    /** SHA-1 in hexadecimal, as the specification proposes: it tells contents apart, it protects nothing. */
    public String etag() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isJson() {
        return isJson(contentType);
    }

    public static boolean isJson(String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json");
    }
}
