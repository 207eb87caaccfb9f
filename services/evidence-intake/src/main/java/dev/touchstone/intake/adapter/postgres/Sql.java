package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.people.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Values as this service's statements take them. Many rows go in as one JSON parameter, so that a batch costs as many
 * round trips as a single one.
 */
final class Sql {

    private Sql() {}

    /** For {@code cast(cast(?1 as text) as uuid[])}. */
    static String uuids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** For {@code cast(cast(?1 as text) as jsonb)}: the driver takes a string meant as jsonb for a JSON string. */
    static String json(Object value) {
        return JsonValues.write(value);
    }

    /** A timestamptz column, whichever of its two types the driver makes of it; null stays null. */
    static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Kind and value, digested to a length that an index can hold. */
    static UUID key(Identity identity) {
        String text = identity.kind().word() + " " + identity.value();
        ByteBuffer digest = ByteBuffer.wrap(CanonicalForm.sha256(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
