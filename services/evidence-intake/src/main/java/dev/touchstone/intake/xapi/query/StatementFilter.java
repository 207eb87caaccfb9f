package dev.touchstone.intake.xapi.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which statements are asked for. Null is whatever is not asked.
 *
 * @param agent as {@link Actors#identifier}
 * @param relatedAgents whether the agent may stand anywhere in the statement
 * @param relatedActivities whether the activity may
 * @param since stored after it
 * @param until stored at it or before
 */
public record StatementFilter(
        String agent,
        boolean relatedAgents,
        String verb,
        String activity,
        boolean relatedActivities,
        UUID registration,
        Instant since,
        Instant until) {

    /** What a statement has to have all of. The rarest come first, as far as their kind tells. */
    public List<UUID> keys(String tenant) {
        List<UUID> keys = new ArrayList<>();
        if (registration != null) {
            keys.add(FilterKey.REGISTRATION.of(tenant, registration.toString()));
        }
        if (agent != null) {
            keys.add((relatedAgents ? FilterKey.RELATED_AGENT : FilterKey.AGENT).of(tenant, agent));
        }
        if (activity != null && verb != null && !relatedActivities) {
            keys.add(FilterKey.VERB_AND_ACTIVITY.of(tenant, FilterKey.both(verb, activity)));
            return keys;
        }
        if (activity != null) {
            keys.add((relatedActivities ? FilterKey.RELATED_ACTIVITY : FilterKey.ACTIVITY).of(tenant, activity));
        }
        if (verb != null) {
            keys.add(FilterKey.VERB.of(tenant, verb));
        }
        return keys;
    }
}
