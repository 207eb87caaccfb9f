package dev.touchstone.intake.connection;

import java.util.List;

/**
 * How a sender's repetition is told from something new. Many senders give no event id at all, so the content can serve.
 */
public sealed interface DedupeRule {

    /** The bytes of the body. */
    record Content() implements DedupeRule {}

    /**
     * A header field, e.g. {@code webhook-id}; the content where the field is missing, or where neither it nor a time is
     * signed, as with {@code X-GitHub-Delivery}.
     */
    record Header(String name) implements DedupeRule {}

    /**
     * Values in the body, by JSON pointer (RFC 6901), all of them together; the content where one is missing.
     *
     * @param pointers 1 to 10
     * @param minutes within which the same values are a repetition, counted from the epoch; 0 for ever. For notifications
     *     that carry neither id nor time, where asking once more does no harm
     */
    record Fields(List<String> pointers, int minutes) implements DedupeRule {

        public Fields {
            pointers = List.copyOf(pointers);
        }

        public Fields(List<String> pointers) {
            this(pointers, 0);
        }
    }
}
