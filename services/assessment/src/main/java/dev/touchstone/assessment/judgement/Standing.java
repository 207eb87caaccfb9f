package dev.touchstone.assessment.judgement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a person stands with an achievement, by all that was decided before.
 *
 * @param decisions in any order
 * @param at the moment for which validity is reckoned
 */
public record Standing(List<PastDecision> decisions, Instant at) {

    public Standing {
        decisions = List.copyOf(decisions);
    }

    public boolean isUndecided() {
        return decisions.isEmpty();
    }

    /** Highest level of a live award of any version; 0 where there is none. */
    public int highestLive() {
        return live().mapToInt(PastDecision::level).max().orElse(0);
    }

    /**
     * Level that a decision on this version has to exceed: nothing is awarded that is held already. A newer version may
     * be awarded anew at the level held, never below it.
     */
    public int heldLevel(int version) {
        return live().mapToInt(award -> award.achievementVersion() >= version ? award.level() : award.level() - 1)
                .max()
                .orElse(0);
    }

    /** The latest award was revoked. After that, only people award again. */
    public boolean isForPeopleOnly() {
        return live().findAny().isEmpty()
                && lastAward().filter(PastDecision::revoked).isPresent();
    }

    /** After an award has expired, only what happened since it was made counts towards the next. */
    public Optional<Instant> evidenceSince() {
        if (live().findAny().isPresent()) {
            return Optional.empty();
        }
        return lastAward().filter(award -> !award.revoked()).map(PastDecision::decidedAt);
    }

    private Stream<PastDecision> live() {
        return decisions.stream().filter(decision -> decision.isLive(at));
    }

    private Optional<PastDecision> lastAward() {
        return decisions.stream()
                .filter(PastDecision::passed)
                .max(Comparator.comparing(PastDecision::decidedAt).thenComparing(PastDecision::id));
    }
}
