package dev.touchstone.intake.evidence;

import java.util.List;

/**
 * What was done.
 *
 * @param id an IRI where the source has one
 * @param alternateIds other identifiers of the same activity, at most 20, e.g. the publisher's id in a cmi5 grouping
 * @param type kind of activity, or null
 * @param name or null
 */
public record Activity(String id, List<String> alternateIds, String type, String name) {

    public static final int LONGEST_ID = 1000;
    public static final int LONGEST_TYPE = 200;
    public static final int LONGEST_NAME = 300;
    public static final int MOST_ALTERNATE_IDS = 20;

    public Activity {
        alternateIds = List.copyOf(alternateIds);
    }
}
