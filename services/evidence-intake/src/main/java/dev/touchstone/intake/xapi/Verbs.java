package dev.touchstone.intake.xapi;

import dev.touchstone.intake.evidence.Action;
import java.util.Map;
import java.util.Optional;

/** Verbs that mean something here. Senders spell the same verb differently; every spelling seen in the wild is listed. */
final class Verbs {

    private static final Map<String, Action> ACTIONS = Map.ofEntries(
            Map.entry("adlnet.gov/expapi/verbs/completed", Action.COMPLETED),
            Map.entry("id.tincanapi.com/verb/completed", Action.COMPLETED),
            Map.entry("activitystrea.ms/schema/1.0/complete", Action.COMPLETED),
            Map.entry("adlnet.gov/expapi/verbs/passed", Action.PASSED),
            Map.entry("adlnet.gov/expapi/verbs/failed", Action.FAILED),
            Map.entry("adlnet.gov/expapi/verbs/scored", Action.SCORED),
            Map.entry("w3id.org/xapi/adl/verbs/satisfied", Action.SATISFIED),
            Map.entry("w3id.org/xapi/adl/verbs/waived", Action.WAIVED));

    private Verbs() {}

    /** http and https, with www. or without, name the same verb. */
    static Optional<Action> action(String verb) {
        return Optional.ofNullable(ACTIONS.get(verb.replaceFirst("^https?://(www\\.)?", "")));
    }
}
