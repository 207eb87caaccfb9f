package dev.touchstone.issuance.adapter.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers that everybody may read, keep for a while and ask for again without having them sent again. */
final class Published {

    private static final int ETAG_HEX = 32;
    private static final String PAGE_POLICY = "default-src 'none'; img-src 'self' https: http: data:;"
            + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Published() {}

    /**
     * The body, or 304 where the reader has it.
     *
     * @param ifNoneMatch the request's header; may be null
     * @param type null leaves it to content negotiation
     */
    static Response answer(String body, String ifNoneMatch, Duration maxAge, String type) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String tag = '"' + digest(bytes) + '"';
        boolean known = ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(","))
                                .map(String::strip)
                                .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                                .anyMatch(tag::equals));
        Response.ResponseBuilder response = known ? Response.notModified() : Response.ok(bytes);
        if (type != null && !known) {
            response.type(MediaType.valueOf(type));
        }
        return response.header("ETag", tag)
                .header("Cache-Control", "public, max-age=" + maxAge.toSeconds())
                .header("Vary", "Accept")
                .header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** A page for people: nothing in it runs, and it is framed by nobody. */
    static Response page(String html) {
        return Response.ok(html)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", PAGE_POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("Vary", "Accept")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, ETAG_HEX);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
