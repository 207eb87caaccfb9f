package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.document.Violation;
import java.util.List;
import java.util.UUID;

/**
 * What became of one row.
 *
 * @param evidenceId null where it is refused
 * @param errors each with its place in the row; empty unless it is refused
 */
public record ReportedRow(long line, String state, UUID evidenceId, List<Violation> errors) {}
