package dev.touchstone.assessment.person;

import java.util.UUID;

/**
 * What assessment needs to know about a person.
 *
 * @param login subject under which the person signs in; null where they cannot
 * @param managerId null where nobody is known
 * @param active false once the person has left
 */
public record Person(UUID id, String displayName, String login, UUID managerId, String unitName, boolean active) {

    /** One of the two is the other's manager. */
    public boolean isInDirectLineWith(Person other) {
        return other.id.equals(managerId) || id.equals(other.managerId);
    }
}
