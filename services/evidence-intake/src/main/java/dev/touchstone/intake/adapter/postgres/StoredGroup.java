package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.directory.DirectoryGroup;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A directory's group as stored.
 *
 * @param members their user names by their ids; empty if they were not asked for
 * @param version grows with each change, of its members too
 */
public record StoredGroup(
        DirectoryGroup group, Map<UUID, String> members, long version, Instant createdAt, Instant changedAt) {

    static final String COLUMNS =
            "g.id, g.display_name, g.external_id, g.unit_id, g.version, g.created_at, g.changed_at";

    static StoredGroup of(Object[] row) {
        return new StoredGroup(
                new DirectoryGroup((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]),
                Map.of(),
                ((Number) row[4]).longValue(),
                Sql.instant(row[5]),
                Sql.instant(row[6]));
    }

    StoredGroup with(Map<UUID, String> found) {
        return new StoredGroup(group, found, version, createdAt, changedAt);
    }
}
