package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import java.util.Optional;
import java.util.Set;

/** Results (1.0.3 part two, section 2.4.5). */
final class ResultRules {

    private static final Set<String> FIELDS =
            Set.of("score", "success", "completion", "response", "duration", "extensions");

    private ResultRules() {}

    static void check(Document result) {
        result.allowOnly(FIELDS);
        result.object("score").ifPresent(ResultRules::score);
        result.flag("success");
        result.flag("completion");
        Values.string(result, "response");
        Values.string(result, "duration")
                .ifPresent(text ->
                        Values.holds(IsoDuration.isOne(text), result, "duration", "must be an ISO 8601 duration"));
        Values.extensions(result, "extensions");
    }

    private static void score(Document score) {
        score.allowOnly(Set.of("scaled", "raw", "min", "max"));
        Optional<Double> scaled = score.number("scaled");
        Optional<Double> raw = score.number("raw");
        Optional<Double> min = score.number("min");
        Optional<Double> max = score.number("max");
        Values.holds(scaled.filter(value -> value < -1 || value > 1).isEmpty(), score, "scaled", "must be -1 to 1");
        Values.holds(exceeds(min, max) || min.isEmpty() || max.isEmpty(), score, "max", "must be above min");
        Values.holds(raw.isEmpty() || min.isEmpty() || raw.get() >= min.get(), score, "raw", "must not be below min");
        Values.holds(raw.isEmpty() || max.isEmpty() || raw.get() <= max.get(), score, "raw", "must not be above max");
    }

    private static boolean exceeds(Optional<Double> min, Optional<Double> max) {
        return min.isPresent() && max.isPresent() && min.get() < max.get();
    }
}
