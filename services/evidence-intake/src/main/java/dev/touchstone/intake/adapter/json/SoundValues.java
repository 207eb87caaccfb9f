package dev.touchstone.intake.adapter.json;

import dev.touchstone.intake.document.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the grammar of JSON lets through and no store or other program can hold: numbers beyond double precision, the
 * character U+0000, halves of surrogate pairs.
 */
public final class SoundValues {

    private static final int MOST = 50;
    /** Past what a double can hold at either end; without a bound a single number could fill the memory. */
    private static final int LARGEST_EXPONENT = 400;

    private final List<Violation> violations = new ArrayList<>();

    private SoundValues() {}

    /**
     * Everything unsound, at most {@value #MOST} things.
     *
     * @param pointer where the value stands in what was sent
     */
    public static List<Violation> violations(Object value, String pointer) {
        SoundValues sound = new SoundValues();
        sound.check(value, pointer);
        return sound.violations;
    }

    /** Both of them, but of one place only what is unsound about it; at most {@value #MOST}. */
    public static List<Violation> with(List<Violation> unsound, List<Violation> others) {
        List<Violation> all = new ArrayList<>(unsound);
        others.stream()
                .filter(other -> unsound.stream().noneMatch(one -> one.pointer().equals(other.pointer())))
                .forEach(all::add);
        return all.subList(0, Math.min(all.size(), MOST));
    }

    private void check(Object value, String pointer) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> {
                String key = (String) name;
                // a pointer with such a character in it could not be answered either
                boolean sound = checkText(key, pointer);
                check(item, sound ? pointer + "/" + key.replace("~", "~0").replace("/", "~1") : pointer);
            });
        } else if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                check(list.get(index), pointer + "/" + index);
            }
        } else if (value instanceof String text) {
            checkText(text, pointer);
        } else if (value instanceof Number number && !isDouble(number)) {
            violation(pointer, "it holds a number beyond double precision");
        }
    }

    private static boolean isDouble(Number number) {
        if (number instanceof BigDecimal decimal
                && (Math.abs((long) decimal.scale()) > LARGEST_EXPONENT
                        || decimal.signum() != 0 && decimal.doubleValue() == 0)) {
            return false;
        }
        return Double.isFinite(number.doubleValue());
    }

    private boolean checkText(String text, String pointer) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '\0') {
                violation(pointer, "it holds the character U+0000");
                return false;
            }
            if (Character.isHighSurrogate(character)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (Character.isSurrogate(character)) {
                violation(pointer, "it holds half a surrogate pair");
                return false;
            }
        }
        return true;
    }

    private void violation(String pointer, String detail) {
        if (violations.size() < MOST) {
            violations.add(new Violation(pointer, detail));
        }
    }
}
