package dev.touchstone.assessment.achievement;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How it is awarded and for how long.
 *
 * @param autoAward awarded by rule once the criteria are met by verified objective evidence
 * @param validFor null where an award does not expire
 * @param marking null for single: definitions from before there was a choice keep their digest
 */
public record AwardPolicy(Stakes stakes, boolean autoAward, Period validFor, Marking marking) {

    public AwardPolicy {
        marking = marking == Marking.SINGLE ? null : marking;
    }

    public boolean isDoubleMarked() {
        return marking == Marking.DOUBLE;
    }

    public Optional<Instant> validUntil(Instant awardedAt) {
        return Optional.ofNullable(validFor)
                .map(period -> awardedAt.atZone(ZoneOffset.UTC).plus(period).toInstant());
    }
}
