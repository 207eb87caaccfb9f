package dev.touchstone.chassis.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.chassis.problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * What the grammar of JSON lets through and no store or other program can hold: numbers beyond double precision, the
 * character U+0000, halves of surrogate pairs.
 */
final class Soundness {

    private static final int MOST_ERRORS = 50;

    private final List<FieldError> errors = new ArrayList<>();

    private Soundness() {}

    /** Everything unsound, at most {@value #MOST_ERRORS} things, each with its pointer. */
    static List<FieldError> errors(JsonNode tree) {
        Soundness soundness = new Soundness();
        soundness.check(tree, "");
        return soundness.errors;
    }

    private void check(JsonNode value, String pointer) {
        if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            error(pointer, "The number is out of range.");
        } else if (value.isTextual()) {
            checkText(value.textValue(), pointer, "The text");
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                check(value.get(index), pointer + "/" + index);
            }
        } else if (value.isObject()) {
            value.properties().forEach(field -> {
                // a pointer with such a character in it could not be answered either
                boolean sound = checkText(field.getKey(), pointer, "A name");
                check(field.getValue(), sound ? pointer + "/" + escape(field.getKey()) : pointer);
            });
        }
    }

    private boolean checkText(String text, String pointer, String what) {
        if (text.indexOf('\0') >= 0) {
            error(pointer, what + " holds the character U+0000.");
            return false;
        }
        if (text.codePoints().anyMatch(Soundness::isHalf)) {
            error(pointer, what + " holds half a surrogate pair.");
            return false;
        }
        return true;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private void error(String pointer, String detail) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
