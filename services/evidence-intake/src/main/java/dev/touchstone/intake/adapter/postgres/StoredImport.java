package dev.touchstone.intake.adapter.postgres;

import java.time.Instant;
import java.util.UUID;

/**
 * An import.
 *
 * @param rows how many are done
 * @param fingerprint of the rows that are done; see {@link dev.touchstone.intake.bulk.ImportProgress}
 */
public record StoredImport(
        UUID id,
        boolean finished,
        long rows,
        String fingerprint,
        long accepted,
        long parked,
        long duplicate,
        long refused,
        Instant startedAt,
        Instant updatedAt) {

    static final String COLUMNS =
            "id, finished, row_count, fingerprint, accepted, parked, duplicate, refused, started_at, updated_at";

    static StoredImport of(Object[] row) {
        return new StoredImport(
                (UUID) row[0],
                (Boolean) row[1],
                number(row[2]),
                (String) row[3],
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                Sql.instant(row[8]),
                Sql.instant(row[9]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
