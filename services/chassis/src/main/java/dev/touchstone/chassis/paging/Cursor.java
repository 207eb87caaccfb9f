package dev.touchstone.chassis.paging;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A place in a list, opaque to the caller. It stays valid while the list grows. */
public final class Cursor {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    private Cursor() {}

    public static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException invalid, when the text was not made by {@link #encode} */
    public static Optional<String> decode(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            throw invalidCursor();
        }
    }

    /** The refusal of a cursor whose decoded position makes no sense. */
    public static ProblemException invalidCursor() {
        return ProblemException.invalid(
                "The cursor is not one of ours.",
                List.of(new FieldError("cursor", "Use the value of `next` of the page before, unchanged.")));
    }

    /** A limit within 1 to {@value #MAX_LIMIT}; {@value #DEFAULT_LIMIT} where none is asked for. */
    public static int limit(Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw ProblemException.invalid(
                    "The limit is out of range.",
                    List.of(new FieldError("limit", "Ask for 1 to " + MAX_LIMIT + " items.")));
        }
        return asked;
    }
}
