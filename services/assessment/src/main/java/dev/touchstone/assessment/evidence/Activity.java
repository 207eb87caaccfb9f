package dev.touchstone.assessment.evidence;

import java.util.Collection;
import java.util.Set;

/**
 * What was done.
 *
 * @param id an IRI where the source has one
 * @param alternateIds other identifiers of the same activity
 * @param name for people to read; null where the source gave none
 */
public record Activity(String id, Set<String> alternateIds, String name) {

    public Activity {
        alternateIds = Set.copyOf(alternateIds);
    }

    public boolean isOneOf(Collection<String> ids) {
        return ids.contains(id) || alternateIds.stream().anyMatch(ids::contains);
    }
}
