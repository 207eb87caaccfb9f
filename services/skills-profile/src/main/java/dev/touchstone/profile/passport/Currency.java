package dev.touchstone.profile.passport;

/** How fresh a skill is, seen from the moment of reading. */
public enum Currency {
    /** Proved by a credential that holds and goes on holding. */
    CURRENT,
    /** Proved, but the last credential at this level runs out soon. */
    EXPIRING,
    /** Was proved once; no credential holds any more. Shown as "was held", counts for nothing. */
    LAPSED
}
