package dev.touchstone.intake.payload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Takes the content encoding off a body (RFC 9110 section 8.4.1): gzip and deflate, one of them. */
public final class ContentCoding {

    /** The library goes one call deeper with every member that is empty. */
    private static final int MOST_MEMBERS = 100;

    private ContentCoding() {}

    /**
     * Stops as soon as there is more than allowed, however small the body was that unfolds so far.
     *
     * @param coding value of {@code Content-Encoding}; null or empty for none
     * @param most bytes that may come out
     * @throws Refused with the cause
     */
    public static byte[] decode(String coding, byte[] body, int most) {
        String name = coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (name) {
                case "", "identity" -> body;
                case "gzip", "x-gzip" -> bounded(gzip(body), most);
                // The zlib format of RFC 1950, which is what the name means, not bare deflate.
                case "deflate" -> bounded(new InflaterInputStream(new ByteArrayInputStream(body)), most);
                default -> throw new Refused(Refused.Cause.UNKNOWN_CODING);
            };
        } catch (IOException e) {
            throw new Refused(Refused.Cause.BROKEN);
        }
    }

    private static InputStream gzip(byte[] body) throws IOException {
        int members = 0;
        for (int at = 0; at + 2 < body.length; at++) {
            // where a member begins (RFC 1952 section 2.3); in the midst of one it hardly ever stands
            if (body[at] == 0x1f && body[at + 1] == (byte) 0x8b && body[at + 2] == 8) {
                members++;
            }
        }
        if (members > MOST_MEMBERS) {
            throw new Refused(Refused.Cause.TOO_LARGE);
        }
        return new GZIPInputStream(new ByteArrayInputStream(body));
    }

    private static byte[] bounded(InputStream decoded, int most) throws IOException {
        try (decoded) {
            byte[] bytes = decoded.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refused(Refused.Cause.TOO_LARGE);
            }
            return bytes;
        }
    }

    /** A body whose encoding cannot be taken off. */
    public static final class Refused extends RuntimeException {

        /** Why. */
        public enum Cause {
            /** Another encoding than those known here, or more than one. */
            UNKNOWN_CODING,
            /** Not of the encoding stated, or cut short. */
            BROKEN,
            TOO_LARGE
        }

        private final transient Cause why;

        Refused(Cause why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        public Cause why() {
            return why;
        }
    }
}
