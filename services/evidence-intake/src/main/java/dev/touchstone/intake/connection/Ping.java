package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request by which a sender tries an address before it uses it. It is answered like a delivery, and nothing is kept.
 *
 * @param body the whole body; null where a header field tells
 * @param header the field that tells; null where the body does
 * @param value of that field
 * @param authenticated whether the sender proves who it is here too; some try an address before they have a secret
 */
public record Ping(String body, String header, String value, boolean authenticated) {

    /** @param received the body as received */
    public boolean matches(Headers headers, byte[] received) {
        return header == null
                ? Arrays.equals(body.getBytes(StandardCharsets.UTF_8), received)
                : headers.single(header).filter(value::equals).isPresent();
    }
}
