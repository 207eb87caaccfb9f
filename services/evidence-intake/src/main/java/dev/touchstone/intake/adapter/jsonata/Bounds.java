package dev.touchstone.intake.adapter.jsonata;

import com.dashjoin.jsonata.Jsonata;
import dev.touchstone.intake.delivery.PayloadTemplate.TemplateFailed;
import java.util.List;

/**
 * What one evaluation may use up: time, depth, and the size of any intermediate value. The library's own bounds are not
 * used because they do not count steps inside filters.
 */
final class Bounds {

    static final long MOST_MILLIS = 500;
    static final int DEEPEST = 200;
    static final int LONGEST_TEXT = 2_000_000;
    static final int LONGEST_LIST = 100_000;

    private final long deadline = System.nanoTime() + MOST_MILLIS * 1_000_000;
    private int depth;

    private Bounds() {}

    static void set(Jsonata.Frame frame) {
        Bounds bounds = new Bounds();
        frame.setEvaluateEntryCallback((step, input, environment) -> bounds.enter());
        frame.setEvaluateExitCallback((step, input, environment, result) -> bounds.exit(result));
    }

    private void enter() {
        depth++;
        if (depth > DEEPEST) {
            throw new TemplateFailed("the template nests more than " + DEEPEST + " steps on this payload");
        }
        checkTime();
    }

    private void exit(Object result) {
        depth--;
        checkTime();
        boolean tooLong = result instanceof String text && text.length() > LONGEST_TEXT
                || result instanceof List<?> list && list.size() > LONGEST_LIST;
        if (tooLong) {
            throw new TemplateFailed("the template builds too large a value from this payload");
        }
    }

    private void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new TemplateFailed("the template takes more than " + MOST_MILLIS + " ms on this payload");
        }
    }
}
