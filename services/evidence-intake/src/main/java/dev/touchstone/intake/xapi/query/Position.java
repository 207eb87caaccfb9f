package dev.touchstone.intake.xapi.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Where a statement stands among all: by the time it was stored, and within that by its number. */
public record Position(Instant stored, long number) {

    public String text() {
        return stored + "~" + number;
    }

    /** Empty if it is not the text of one. */
    public static Optional<Position> parse(String text) {
        int middle = text.indexOf('~');
        if (middle < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Position(Instant.parse(text.substring(0, middle)), Long.parseLong(text.substring(middle + 1))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
