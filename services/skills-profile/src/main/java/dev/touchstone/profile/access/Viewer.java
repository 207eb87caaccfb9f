package dev.touchstone.profile.access;

import dev.touchstone.profile.passport.PersonFacts;
import java.util.UUID;

/**
 * Someone asking to see people's skills.
 *
 * @param personId null for a login that belongs to nobody we know, as is {@code person}
 * @param manager carries the role {@code manager}
 * @param issuerAdmin carries the role {@code issuer-admin}
 */
public record Viewer(UUID personId, PersonFacts person, boolean manager, boolean issuerAdmin) {

    /** People see themselves, managers their own unit, issuer administrators everyone in the organisation. */
    public boolean maySee(UUID otherId, PersonFacts other) {
        return isSelf(otherId) || issuerAdmin || (other != null && managesUnit(other.unitId()));
    }

    public boolean maySeeUnit(String unitId) {
        return issuerAdmin || managesUnit(unitId);
    }

    public boolean isSelf(UUID otherId) {
        return personId != null && personId.equals(otherId);
    }

    /** The unit a search is narrowed to; null when the whole organisation may be searched. */
    public String searchedUnit() {
        return issuerAdmin ? null : person.unitId();
    }

    /** May search at all. */
    public boolean maySearch() {
        return issuerAdmin || (person != null && managesUnit(person.unitId()));
    }

    private boolean managesUnit(String unitId) {
        return manager && person != null && person.active() && unitId != null && unitId.equals(person.unitId());
    }
}
