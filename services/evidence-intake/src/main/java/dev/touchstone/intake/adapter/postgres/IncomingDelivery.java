package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.delivery.Extraction;
import dev.touchstone.intake.delivery.Extractor.Unreadable;
import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.document.Words;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A delivery that was authentic, with what was made of it.
 *
 * @param headers those that a template may look at, by name in lower case
 * @param unreadable why nothing could be made of it; null if something was
 */
public record IncomingDelivery(
        UUID id,
        String dedupeKey,
        Map<String, String> headers,
        byte[] body,
        Extraction extraction,
        Unreadable unreadable) {

    public DeliveryState state() {
        return unreadable == null ? extraction.state() : DeliveryState.PARKED;
    }

    /** Why nothing came of it; null if something did, or the template does not say. */
    public String reason() {
        if (unreadable != null) {
            return unreadable.reason();
        }
        return extraction.ignored() == null ? null : extraction.ignored().reason();
    }

    /** The same at length, or null. */
    public String detail() {
        if (unreadable != null) {
            return unreadable.getMessage();
        }
        return extraction.ignored() == null ? null : extraction.ignored().detail();
    }

    String digest() {
        return CanonicalForm.label(body);
    }

    Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("dedupe_key", dedupeKey);
        row.put("state", Words.word(state()));
        row.put("reason", reason());
        row.put("detail", detail());
        row.put("headers", headers);
        row.put("body", Base64.getEncoder().encodeToString(body));
        row.put("digest", digest());
        return row;
    }
}
