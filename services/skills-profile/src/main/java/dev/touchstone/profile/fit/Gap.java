package dev.touchstone.profile.fit;

import dev.touchstone.profile.framework.Requirement;
import dev.touchstone.profile.passport.Holding;

/**
 * How one requirement of a role compares with what a person holds.
 *
 * @param have level held now; 0 when it is not held
 * @param holding the person's standing in the skill, lapsed ones too; null when there never was one
 */
public record Gap(Requirement requirement, int have, Holding holding) {

    static Gap of(Requirement requirement, Holding holding) {
        return new Gap(requirement, holding != null && holding.isHeld() ? holding.ordinal() : 0, holding);
    }

    /** Levels lacking; 0 when the requirement is met. */
    public int missing() {
        return Math.max(0, requirement.ordinal() - have);
    }

    public boolean isMet() {
        return missing() == 0;
    }

    /** Importance times levels lacking. */
    public int weight() {
        return requirement.importance() * missing();
    }

    int points() {
        return requirement.importance() * Math.min(have, requirement.ordinal());
    }

    int possiblePoints() {
        return requirement.importance() * requirement.ordinal();
    }
}
