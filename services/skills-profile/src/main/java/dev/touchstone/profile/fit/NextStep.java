package dev.touchstone.profile.fit;

import java.util.List;

/**
 * An achievement that can be earned and would bring a person nearer to a role.
 *
 * @param closes the gaps it narrows
 * @param points what it would add to the points of the comparison
 * @param workloadHours null where the organisation does not say
 */
public record NextStep(
        String achievementId,
        String name,
        List<Closing> closes,
        int points,
        Double workloadHours,
        List<String> pathwayOf) {

    public NextStep {
        closes = List.copyOf(closes);
        pathwayOf = List.copyOf(pathwayOf);
    }

    /** @param to level after it, never above what the role asks for */
    public record Closing(String skillId, String name, int from, int to, boolean mandatory) {}

    boolean closesMandatory() {
        return closes.stream().anyMatch(Closing::mandatory);
    }
}
