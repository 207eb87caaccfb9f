package dev.touchstone.profile.framework;

import java.util.List;

/**
 * What became of a role sheet.
 *
 * @param rows rows read, the header not counted
 * @param edges pairs of role level and skill
 * @param notInUse rows of role levels that the framework marks as not in use; their skills stay
 * @param duplicates rows that repeat a role level and skill
 * @param blankDescriptors rows kept although they do not describe the skill or its level
 * @param rejected rows that could not be used, all of them counted
 * @param rejectedRows the first {@value #MAX_REJECTED_SHOWN} of them
 */
public record ImportReport(
        int rows,
        int roleLevels,
        int skills,
        int edges,
        int notInUse,
        int duplicates,
        int blankDescriptors,
        int rejected,
        List<RejectedRow> rejectedRows) {

    public static final int MAX_REJECTED_SHOWN = 100;

    public ImportReport {
        rejectedRows = List.copyOf(rejectedRows);
    }

    /** @param line of the file on which the row begins, 1 is the header */
    public record RejectedRow(long line, String reason) {}
}
