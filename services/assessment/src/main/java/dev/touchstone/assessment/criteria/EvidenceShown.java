package dev.touchstone.assessment.criteria;

import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * So many pieces of evidence of a sort. The newest count first.
 *
 * @param n how many pieces
 * @param distinctActivities several pieces about one activity count once
 */
public record EvidenceShown(Label label, EvidenceFilter filter, int n, boolean distinctActivities) implements Leaf {

    @Override
    public String op() {
        return "evidence";
    }

    @Override
    public Trace evaluate(Facts facts) {
        List<Evidence> counting = counting(facts);
        Truth truth = counting.size() >= n ? Truth.MET : counting.isEmpty() ? Truth.UNKNOWN : Truth.NOT_MET;
        String words =
                (counting.isEmpty() ? "Nothing yet" : Math.min(counting.size(), n) + " of " + n) + ": " + inWords();
        List<String> missing = truth.isMet() ? List.of() : List.of(step(counting.size()) + shortcomings(facts));
        return Trace.leaf(this, truth, words, missing)
                .countingEvidence(counting.stream().limit(n).map(Evidence::id).toList());
    }

    private List<Evidence> counting(Facts facts) {
        Set<String> seen = new HashSet<>();
        return facts.evidence().stream()
                .filter(evidence -> filter.accepts(evidence, facts.asOf()))
                .sorted(Evidence.NEWEST_FIRST)
                .filter(evidence ->
                        !distinctActivities || seen.add(evidence.activity().id()))
                .toList();
    }

    private String step(int counted) {
        return counted == 0 ? inWords() : (n - counted) + " more of: " + inWords();
    }

    private String shortcomings(Facts facts) {
        List<Evidence> almost =
                facts.evidence().stream().filter(filter::describes).toList();
        long untrusted =
                almost.stream().filter(evidence -> !filter.isTrusted(evidence)).count();
        long old = almost.stream()
                .filter(evidence -> filter.isTrusted(evidence) && !filter.isFresh(evidence, facts.asOf()))
                .count();
        List<String> words = new ArrayList<>();
        if (untrusted > 0) {
            words.add(untrusted + " here cannot count as it is " + (untrusted == 1 ? "" : "all ") + "not confirmed so");
        }
        if (old > 0) {
            words.add(old + " here " + (old == 1 ? "is" : "are") + " too old");
        }
        return words.isEmpty() ? "" : " (" + String.join("; ", words) + ")";
    }

    @Override
    public String inWords() {
        return label.describedOr(
                n == 1 ? filter.inWords() : n + (distinctActivities ? " different" : "") + " × " + filter.inWords());
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
        return filter.accepts(evidence, asOf);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.evidence(this);
    }
}
