package dev.touchstone.intake.delivery;

/** Port to the language in which templates are written. */
public interface PayloadTemplates {

    /** @throws InvalidTemplate if it cannot be understood */
    PayloadTemplate compile(String source);

    /** A template that cannot be understood. The message is meant for its author. */
    final class InvalidTemplate extends RuntimeException {
        public InvalidTemplate(String message) {
            super(message, null, false, false);
        }
    }
}
