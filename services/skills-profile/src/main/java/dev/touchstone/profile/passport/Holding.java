package dev.touchstone.profile.passport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person's standing in one skill at one moment.
 *
 * @param ordinal highest level that is proved now; for a lapsed holding the highest that was
 * @param levelName name of that level; null where no issuer named it
 * @param credentialIds the credentials proving that level
 * @param validFrom since when that level is proved without looking at lapsed credentials
 * @param validUntil when the last proof of that level ends; null when it does not
 * @param formerly a higher level that was proved once and has lapsed; null where there is none
 */
public record Holding(
        String skillId,
        String name,
        int ordinal,
        String levelName,
        Currency currency,
        List<UUID> credentialIds,
        Instant validFrom,
        Instant validUntil,
        FormerLevel formerly) {

    public Holding {
        credentialIds = List.copyOf(credentialIds);
    }

    /** Counts in comparisons, searches and totals. */
    public boolean isHeld() {
        return currency != Currency.LAPSED;
    }

    /** @param until when it lapsed */
    public record FormerLevel(int ordinal, String levelName, Instant until) {}
}
