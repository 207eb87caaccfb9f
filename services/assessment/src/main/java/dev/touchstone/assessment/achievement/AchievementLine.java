package dev.touchstone.assessment.achievement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All versions of one achievement.
 *
 * @param versions lowest first; never empty
 * @param retiredAt null while it is offered
 */
public record AchievementLine(String id, List<Achievement> versions, Instant retiredAt) {

    public AchievementLine {
        versions = List.copyOf(versions);
    }

    /** The version in force: the one a new case is opened with. */
    public Achievement latest() {
        return versions.get(versions.size() - 1);
    }

    public Optional<Achievement> version(int version) {
        return versions.stream()
                .filter(candidate -> candidate.version() == version)
                .findFirst();
    }

    public boolean isRetired() {
        return retiredAt != null;
    }
}
