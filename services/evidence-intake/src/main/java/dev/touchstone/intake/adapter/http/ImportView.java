package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.adapter.postgres.StoredImport;
import java.time.Instant;
import java.util.UUID;

/** How far an import has come, and what became of its rows. */
public record ImportView(
        UUID importId,
        String state,
        long rows,
        long accepted,
        long parked,
        long duplicate,
        long refused,
        Instant startedAt,
        Instant updatedAt) {

    static ImportView of(StoredImport stored) {
        return new ImportView(
                stored.id(),
                stored.finished() ? "finished" : "unfinished",
                stored.rows(),
                stored.accepted(),
                stored.parked(),
                stored.duplicate(),
                stored.refused(),
                stored.startedAt(),
                stored.updatedAt());
    }
}
