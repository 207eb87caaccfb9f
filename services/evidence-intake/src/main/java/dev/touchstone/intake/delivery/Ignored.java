package dev.touchstone.intake.delivery;

import dev.touchstone.intake.document.Document;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why a template makes nothing of a payload that it understands.
 *
 * @param reason a stable word, e.g. {@code thin-notification}
 * @param detail the same at length, or null
 */
public record Ignored(String reason, String detail) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final int LONGEST_DETAIL = 1000;

    /** Adds every mistake to the document; empty if there was one. */
    static Optional<Ignored> read(Document ignored) {
        ignored.allowOnly(Set.of("reason", "detail"));
        Optional<String> reason = ignored.requiredText("reason", 60);
        Optional<String> detail = ignored.text("detail", LONGEST_DETAIL);
        if (reason.isPresent() && !WORD.matcher(reason.get()).matches()) {
            ignored.violation("reason", "must be 2 to 60 lower-case letters, digits and hyphens");
        }
        return reason.map(word -> new Ignored(word, detail.orElse(null)));
    }
}
