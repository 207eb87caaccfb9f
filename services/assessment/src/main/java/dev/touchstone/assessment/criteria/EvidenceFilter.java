package dev.touchstone.assessment.criteria;

import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Trust;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which evidence counts. An empty set asks for nothing.
 *
 * @param actions where empty, everything counts but what the source calls failed
 * @param tags one of these
 * @param maxAge how old it may be when judged; null where age does not matter
 */
public record EvidenceFilter(
        Set<EvidenceKind> kinds,
        Set<String> actions,
        Set<String> activityIds,
        Set<String> tags,
        Trust minTrust,
        Period maxAge) {

    private static final String FAILED = "failed";

    public EvidenceFilter {
        kinds = Set.copyOf(kinds);
        actions = Set.copyOf(actions);
        activityIds = Set.copyOf(activityIds);
        tags = Set.copyOf(tags);
    }

    /** Asks for nothing but trust and age. */
    public boolean isOpen() {
        return kinds.isEmpty() && actions.isEmpty() && activityIds.isEmpty() && tags.isEmpty();
    }

    public boolean accepts(Evidence evidence, Instant asOf) {
        return describes(evidence) && isTrusted(evidence) && isFresh(evidence, asOf);
    }

    /** As {@link #accepts}, but a score counts whatever its source calls it: the criterion sets the bar, not the source. */
    boolean acceptsScore(Evidence evidence, Instant asOf) {
        return evidence.result().hasScore()
                && isAbout(evidence)
                && (actions.isEmpty() || actions.contains(evidence.action()))
                && isTrusted(evidence)
                && isFresh(evidence, asOf);
    }

    /** Right in what it is; trust and age left aside. */
    boolean describes(Evidence evidence) {
        return isAbout(evidence) && (actions.isEmpty() ? !hasFailed(evidence) : actions.contains(evidence.action()));
    }

    private boolean isAbout(Evidence evidence) {
        return (kinds.isEmpty() || kinds.contains(evidence.kind()))
                && (activityIds.isEmpty() || evidence.activity().isOneOf(activityIds))
                && (tags.isEmpty() || evidence.tags().stream().anyMatch(tags::contains));
    }

    boolean isTrusted(Evidence evidence) {
        return evidence.trust().isAtLeast(minTrust);
    }

    boolean isFresh(Evidence evidence, Instant asOf) {
        return maxAge == null
                || !evidence.occurredAt()
                        .isBefore(asOf.atZone(ZoneOffset.UTC).minus(maxAge).toInstant());
    }

    private static boolean hasFailed(Evidence evidence) {
        return FAILED.equals(evidence.action()) || evidence.result().saysFailed();
    }

    String inWords() {
        List<String> words = new ArrayList<>();
        words.add(
                kinds.isEmpty()
                        ? "evidence"
                        : kinds.stream().sorted().map(EvidenceKind::inWords).collect(Collectors.joining(" or ")));
        if (!actions.isEmpty()) {
            words.add(String.join(" or ", new TreeSet<>(actions)));
        }
        if (!activityIds.isEmpty()) {
            words.add("in " + String.join(" or ", new TreeSet<>(activityIds)));
        }
        if (!tags.isEmpty()) {
            words.add("labelled " + String.join(" or ", new TreeSet<>(tags)));
        }
        switch (minTrust) {
            case VERIFIED -> words.add("reported by a connected system");
            case ATTESTED -> words.add("confirmed by another person or a connected system");
            case DECLARED -> {}
        }
        if (maxAge != null) {
            words.add("not older than " + Periods.inWords(maxAge));
        }
        return String.join(", ", words);
    }
}
