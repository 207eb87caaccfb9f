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
     */
    record Fields(List<String> pointers) implements DedupeRule {

        public Fields {
            pointers = List.copyOf(pointers);
        }
    }
}
