package dev.touchstone.assessment.criteria;

import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.Trust;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A score of at least so much. The best one counts; among equals the newest.
 *
 * @param atLeastScaled from -1 to 1
 */
public record ScoreReached(Label label, EvidenceFilter filter, double atLeastScaled) implements Leaf {

    private static final Comparator<Evidence> BEST_FIRST = Comparator.comparing(
                    (Evidence evidence) -> evidence.result().scaled(), Comparator.reverseOrder())
            .thenComparing(Evidence.NEWEST_FIRST);

    @Override
    public String op() {
        return "score";
    }

    @Override
    public Trace evaluate(Facts facts) {
        Optional<Evidence> best = facts.evidence().stream()
                .filter(evidence -> concerns(evidence, facts.asOf()))
                .min(BEST_FIRST);
        if (best.isEmpty()) {
            return Trace.leaf(this, Truth.UNKNOWN, "No score yet: " + inWords(), List.of(inWords()));
        }
        double scaled = best.get().result().scaled();
        List<UUID> counted = List.of(best.get().id());
        if (scaled >= atLeastScaled) {
            return Trace.leaf(this, Truth.MET, "Score " + plain(scaled) + ": " + inWords(), List.of())
                    .countingEvidence(counted);
        }
        return Trace.leaf(
                        this,
                        Truth.NOT_MET,
                        "Best score " + plain(scaled) + ": " + inWords(),
                        List.of(inWords() + " (the best so far is " + plain(scaled) + ")"))
                .countingEvidence(counted);
    }

    @Override
    public String inWords() {
        return label.describedOr("a score of " + plain(atLeastScaled) + " or more, " + filter.inWords());
    }

    @Override
    public boolean isObjective() {
        return filter.minTrust() == Trust.VERIFIED;
    }

    @Override
    public Optional<EvidenceFilter> counts() {
        return Optional.of(filter);
    }

    @Override
    public boolean concerns(Evidence evidence, Instant asOf) {
        return filter.acceptsScore(evidence, asOf);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.score(this);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
