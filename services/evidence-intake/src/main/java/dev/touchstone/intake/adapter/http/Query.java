package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Parameters of queries. */
final class Query {

    private static final int LONGEST_TEXT = 300;

    private Query() {}

    /** @throws ProblemException invalid */
    static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "must be a UUID");
        }
    }

    /**
     * A text that the database can be asked for; null where it is absent.
     *
     * @throws ProblemException invalid
     */
    static String text(String name, String text) {
        if (text != null && (text.indexOf('\0') >= 0 || text.length() > LONGEST_TEXT)) {
            throw invalid(name, "must have at most " + LONGEST_TEXT + " characters, without U+0000");
        }
        return text;
    }

    /** @throws ProblemException invalid */
    static <E> E word(String name, String text, Map<String, E> words) {
        E word = words.get(text);
        if (word == null) {
            throw invalid(name, "must be one of " + words.keySet());
        }
        return word;
    }

    /**
     * A time; null where it is absent.
     *
     * @throws ProblemException invalid
     */
    static Instant time(String name, String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid(name, "must be a time such as 2026-11-23T10:00:00Z");
        }
    }

    /** The id that a page begins behind. */
    static UUID position(String cursor, UUID first) {
        return Cursor.decode(cursor)
                .map(text -> {
                    try {
                        return UUID.fromString(text);
                    } catch (IllegalArgumentException e) {
                        throw Cursor.invalidCursor();
                    }
                })
                .orElse(first);
    }

    static ProblemException invalid(String name, String detail) {
        return ProblemException.invalid("A parameter is not valid.", List.of(new FieldError(name, detail)));
    }
}
