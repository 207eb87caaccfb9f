package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.document.InvalidDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of type {@code multipart/mixed} (RFC 2046 section 5.1), read and written. */
final class Multipart {

    private static final Pattern TYPE = Pattern.compile(
            "multipart/mixed\\s*;(?:[^\"]*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_PARTS = 1001;
    private static final int LONGEST_HEAD = 8192;

    private Multipart() {}

    /** @param headers by their names in lower case */
    record Part(Map<String, String> headers, byte[] content) {

        /** Null if not given. */
        String header(String name) {
            return headers.get(name);
        }
    }

    /** @throws InvalidDocument if it is none, or has no part */
    static List<Part> read(String contentType, byte[] body) {
        Matcher type = TYPE.matcher(contentType == null ? "" : contentType);
        if (!type.matches()) {
            throw new InvalidDocument("Content-Type", "must be application/json, or multipart/mixed with its boundary");
        }
        String boundary = type.group(1) == null ? type.group(2) : type.group(1);
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int at = startsWith(body, delimiter, 2) ? delimiter.length - 2 : after(body, delimiter, 0);
        while (!closes(body, at)) {
            int head = after(body, new byte[] {'\r', '\n'}, at);
            int end = indexOf(body, delimiter, head - 2);
            if (end < 0 || parts.size() == MOST_PARTS) {
                throw new InvalidDocument("", "a part is not closed by the boundary, or there are too many");
            }
            parts.add(part(body, head, end));
            at = end + delimiter.length;
        }
        if (parts.isEmpty()) {
            throw new InvalidDocument("", "there is no part within the boundary");
        }
        return parts;
    }

    private static Part part(byte[] body, int head, int end) {
        Map<String, String> headers = new HashMap<>();
        int at = head;
        while (at < end && !(body[at] == '\r' && body[at + 1] == '\n')) {
            int line = indexOf(body, new byte[] {'\r', '\n'}, at);
            if (line < 0 || line > end || line - head > LONGEST_HEAD) {
                throw new InvalidDocument("", "the head of a part is not ended, or too long");
            }
            String field = new String(body, at, line - at, StandardCharsets.ISO_8859_1);
            int colon = field.indexOf(':');
            if (colon > 0) {
                headers.put(
                        field.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        field.substring(colon + 1).strip());
            }
            at = line + 2;
        }
        int content = Math.min(at + 2, end);
        byte[] bytes = new byte[end - content];
        System.arraycopy(body, content, bytes, 0, bytes.length);
        return new Part(headers, bytes);
    }

    /** The parts in one body; the boundary must be in none of them. */
    static byte[] write(String boundary, List<Part> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            StringBuilder head = new StringBuilder("--").append(boundary).append("\r\n");
            part.headers()
                    .forEach((name, value) ->
                            head.append(name).append(": ").append(value).append("\r\n"));
            body.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            body.writeBytes(part.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return body.toByteArray();
    }

    private static boolean closes(byte[] body, int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private static int after(byte[] body, byte[] wanted, int from) {
        int found = indexOf(body, wanted, from);
        if (found < 0) {
            throw new InvalidDocument("", "the boundary of Content-Type is not in the body");
        }
        return found + wanted.length;
    }

    private static boolean startsWith(byte[] body, byte[] wanted, int skipped) {
        return body.length >= wanted.length - skipped
                && java.util.Arrays.equals(body, 0, wanted.length - skipped, wanted, skipped, wanted.length);
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        int last = body.length - wanted.length;
        for (int start = Math.max(0, from); start <= last; start++) {
            int matched = 0;
            while (matched < wanted.length && body[start + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return start;
            }
        }
        return -1;
    }
}
