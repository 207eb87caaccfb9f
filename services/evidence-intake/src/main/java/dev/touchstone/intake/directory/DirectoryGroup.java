package dev.touchstone.intake.directory;

import dev.touchstone.intake.people.Unit;
import java.util.UUID;

/**
 * A group of an organisation's directory (RFC 7643 section 4.2). It is an organisational unit here.
 *
 * @param unitId stays when the group gets another name
 */
public record DirectoryGroup(UUID id, String displayName, String externalId, String unitId) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 255;

    /** @throws InvalidUser if it cannot be kept */
    public DirectoryGroup {
        if (displayName == null || displayName.isBlank()) {
            throw new InvalidUser("displayName", "is required");
        }
        UserRules.bound("displayName", displayName, LONGEST_NAME);
        UserRules.bound("externalId", externalId, LONGEST_ID);
    }

    public Unit unit() {
        return new Unit(unitId, displayName.strip());
    }

    public DirectoryGroup named(String newName, String newExternalId) {
        return new DirectoryGroup(id, newName, newExternalId, unitId);
    }
}
