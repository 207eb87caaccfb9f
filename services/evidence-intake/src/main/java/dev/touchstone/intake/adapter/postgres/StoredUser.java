package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.intake.directory.DirectoryUser;
import java.time.Instant;
import java.util.UUID;

/**
 * A directory's user as stored.
 *
 * @param id the user's, as the directory knows it; the person's is another
 * @param version grows with each change
 */
public record StoredUser(
        UUID id,
        UUID personId,
        DirectoryUser user,
        long version,
        Instant createdAt,
        Instant changedAt,
        boolean deleted) {

    static final String COLUMNS =
            "u.id, u.person_id, cast(u.document as text), u.version, u.created_at, u.changed_at, u.deleted_at";

    static StoredUser of(Object[] row) {
        return new StoredUser(
                (UUID) row[0],
                (UUID) row[1],
                read((String) row[2]),
                ((Number) row[3]).longValue(),
                Sql.instant(row[4]),
                Sql.instant(row[5]),
                row[6] != null);
    }

    StoredUser changed(DirectoryUser newer, Instant now) {
        return new StoredUser(id, personId, newer, version + 1, createdAt, now, false);
    }

    private static DirectoryUser read(String document) {
        try {
            return Json.TOLERANT.readValue(document, DirectoryUser.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored user cannot be read", e);
        }
    }
}
