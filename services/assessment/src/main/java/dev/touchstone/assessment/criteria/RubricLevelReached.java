package dev.touchstone.assessment.criteria;

import dev.touchstone.assessment.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A criterion of the rubric, judged by people at a level or above.
 *
 * @param minLevel lowest level, ordinal
 */
public record RubricLevelReached(Label label, UUID criterionId, int minLevel) implements Leaf {

    @Override
    public String op() {
        return "rubric";
    }

    @Override
    public Trace evaluate(Facts facts) {
        OptionalInt level = facts.judged().level(criterionId);
        if (level.isEmpty()) {
            return Trace.leaf(
                    this, Truth.UNKNOWN, "Not observed: " + inWords(), List.of("Evidence that shows: " + inWords()));
        }
        if (level.getAsInt() >= minLevel) {
            return Trace.leaf(this, Truth.MET, "Shown: " + inWords(), List.of());
        }
        return Trace.leaf(
                this,
                Truth.NOT_MET,
                "Judged at level " + level.getAsInt() + ": " + inWords(),
                List.of(inWords() + " (judged at level " + level.getAsInt() + ")"));
    }

    @Override
    public String inWords() {
        return label.describedOr("criterion " + criterionId + " at level " + minLevel + " or higher");
    }

    @Override
    public boolean isObjective() {
        return false;
    }

    /** Any piece may be cited for it, so none is called for by it. */
    @Override
    public boolean concerns(Evidence evidence, Instant asOf) {
        return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.rubric(this);
    }
}
