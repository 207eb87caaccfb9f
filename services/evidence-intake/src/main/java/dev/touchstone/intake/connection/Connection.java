package dev.touchstone.intake.connection;

import dev.touchstone.intake.fetch.FetchSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
     * @param verifier how the sender of webhooks proves who it is; null for the other channels
     * @param template JSONata that turns a payload into evidence or changes of people; null where the payload needs
     *     none
     * @param ackStatus status of the answer to a webhook; some senders accept one only
     * @param zone of times that state none
     * @param bodyField field of a form that holds the payload as JSON; null where the form is the payload
     * @param fetch what is asked of the system when it notifies; null where its deliveries say all
     */
    public record Settings(
            VerifierProfile verifier,
            String template,
            DedupeRule dedupe,
            int ackStatus,
            ZoneId zone,
            String bodyField,
            List<Ping> pings,
            FetchSettings fetch) {

        public Settings {
            pings = List.copyOf(pings);
        }
    }

    public boolean disabled() {
        return disabledAt != null;
    }

    /** Only HR systems say who works here, and only if they prove that they are it. */
    public boolean mayChangePeople() {
        return source == SourceKind.HRIS && !unsigned();
    }

    /** Whether nothing vouches for the sender but its knowing the address. */
    public boolean unsigned() {
        return settings.verifier() instanceof UnsignedProfile;
    }

    /** Names it by id: enough for a log line. */
    @Override
    public String toString() {
        return "connection=" + id;
    }
}
