package dev.touchstone.intake.connection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies a request of Standard Webhooks 1.0.0, "Verifying webhook authenticity". */
final class StandardWebhooksVerifier {

    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    static final Set<String> SIGNED = Set.of(ID, TIMESTAMP);
    private static final String SIGNATURE = "webhook-signature";

    private StandardWebhooksVerifier() {}

    static Optional<Rejection> verify(
            StandardWebhooksProfile profile, List<byte[]> secrets, Arrival arrival, Instant now) {
        Headers headers = arrival.headers();
        // Two fields are as good as one with two signatures (RFC 9110 section 5.3), but here a repeated field is
        // refused.
        if (headers.single(SIGNATURE).isEmpty()) {
            return Optional.of(Rejection.SIGNATURE_MISSING);
        }
        Optional<String> id = headers.single(ID);
        if (id.isEmpty()) {
            return Optional.of(Rejection.SIGNED_HEADER_MISSING);
        }
        TimestampRule rule = new TimestampRule(
                new HeaderElement(TIMESTAMP, "", ""), TimestampRule.TimeUnit.SECONDS, profile.tolerance());
        Optional<Rejection> untimely = rule.untimely(headers, now);
        if (untimely.isPresent()) {
            return untimely;
        }
        return compare(secrets, headers, signed(id.get(), rule.text(headers).orElseThrow(), arrival.body()));
    }

    private static Optional<Rejection> compare(List<byte[]> secrets, Headers headers, byte[] signed) {
        boolean comparable = false;
        boolean matched = false;
        for (byte[] secret : secrets) {
            Optional<StandardWebhooksKey> key = StandardWebhooksKey.parse(new String(secret, StandardCharsets.UTF_8));
            if (key.isEmpty()) {
                continue;
            }
            comparable = true;
            for (String text : new HeaderElement(SIGNATURE, key.get().version(), " ").values(headers)) {
                Optional<byte[]> signature = Encoding.BASE64.decode(text);
                matched |= signature.isPresent() && key.get().verifies(signed, signature.get());
            }
        }
        return LiveSecrets.outcome(comparable, matched);
    }

    private static byte[] signed(String id, String timestamp, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(body.length + 80);
        signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        return signed.toByteArray();
    }
}
