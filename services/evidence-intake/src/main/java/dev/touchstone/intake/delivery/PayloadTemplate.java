package dev.touchstone.intake.delivery;

import java.util.Map;

/** A compiled template: payload in, what it means for us out. Bounded in time and depth, without side effects. */
public interface PayloadTemplate {

    /**
     * @param payload JSON as maps, lists, strings, numbers, booleans and null
     * @param headers by name in lower case
     * @return JSON in the same form
     * @throws TemplateFailed if it did not come to an end, or failed on this payload
     */
    Object apply(Object payload, Map<String, String> headers);

    /** A template that failed on a payload. The message is meant for its author. */
    final class TemplateFailed extends RuntimeException {
        public TemplateFailed(String message) {
            super(message, null, false, false);
        }
    }
}
