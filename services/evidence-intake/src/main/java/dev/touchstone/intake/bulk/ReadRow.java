package dev.touchstone.intake.bulk;

import dev.touchstone.intake.document.Violation;
import java.util.List;

/**
 * A record that was read: a row, or what is wrong with it.
 *
 * @param raw 64 hexadecimal digits, of the record as it stands in the file
 * @param row null where it is refused
 * @param violations empty unless it is refused
 */
public record ReadRow(long line, String raw, ImportedRow row, List<Violation> violations) {

    private static final int MOST_VIOLATIONS = 10;

    public ReadRow {
        violations = List.copyOf(violations.subList(0, Math.min(MOST_VIOLATIONS, violations.size())));
    }
}
