package dev.touchstone.intake.connection;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A system that delivers to an organisation.
 *
 * @param id 128 random bits: whoever does not know it cannot even try
 * @param disabledAt null while it is in use
 */
public record Connection(
        UUID id,
        String tenant,
        String name,
        SourceKind source,
        ConnectionChannel channel,
        Settings settings,
        Instant createdAt,
        Instant disabledAt) {

    /**
     * What was configured.
     *
     * @param verifier null unless the sender signs
     * @param template JSONata that turns a payload into evidence or changes of people; null where the payload needs none
     * @param ackStatus status of the answer to a webhook; some senders accept one only
     * @param zone of times that state none
     */
    public record Settings(HmacProfile verifier, String template, DedupeRule dedupe, int ackStatus, ZoneId zone) {}

    public boolean disabled() {
        return disabledAt != null;
    }

    /** Only HR systems say who works here. */
    public boolean mayChangePeople() {
        return source == SourceKind.HRIS;
    }

    public Optional<HmacVerifier> verifier() {
        return Optional.ofNullable(settings.verifier()).map(HmacVerifier::new);
    }

    /** Names it by id: enough for a log line. */
    @Override
    public String toString() {
        return "connection=" + id;
    }
}
