package dev.touchstone.profile.passport;

import java.time.Instant;
import java.util.UUID;

/**
 * What the people topic says about a person. The e-mail address is not kept: nothing here needs it.
 *
 * @param version grows with each change; the highest wins
 * @param active false once the person has left
 * @param login subject under which the person signs in; null for people who do not
 * @param unitId null for people without a unit
 * @param managerId null at the top
 */
public record PersonFacts(
        long version,
        boolean active,
        String displayName,
        String login,
        String unitId,
        String unitName,
        UUID managerId,
        String jobTitle,
        Instant changedAt) {}
