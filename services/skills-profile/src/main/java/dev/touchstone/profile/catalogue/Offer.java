package dev.touchstone.profile.catalogue;

import java.util.List;

/**
 * A published version of an achievement, as far as it helps to say what would come next.
 *
 * @param workloadHours null where the organisation does not say
 * @param pathwayOf achievements that complete into this one, in their order; empty for no pathway
 */
public record Offer(
        int version,
        String name,
        String description,
        Double workloadHours,
        List<OfferedSkill> skills,
        List<String> pathwayOf) {

    public Offer {
        skills = List.copyOf(skills);
        pathwayOf = List.copyOf(pathwayOf);
    }
}
