package dev.touchstone.chassis.postgres.notes;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The smallest service there is: a note and the event that tells of it. */
@ApplicationScoped
public class Notes {

    static final String TOPIC = "touchstone.people";
    static final String WRITTEN = "dev.touchstone.note.written.v1";

    private final UnitOfWork unitOfWork;
    private final Outbox outbox;

    Notes(UnitOfWork unitOfWork, Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
    }

    /** The fact a note was written. */
    public record Written(UUID noteId, String text) {}

    public Uni<Void> write(Mutiny.Session session, String tenant, UUID id, String text, Event cause) {
        return session.createNativeQuery("insert into note (id, tenant_id, text) values (?1, ?2, ?3)")
                .setParameter(1, id)
                .setParameter(2, tenant)
                .setParameter(3, text)
                .executeUpdate()
                .chain(() -> outbox.add(
                        session,
                        new OutgoingEvent(
                                TOPIC,
                                tenant + ":" + id,
                                WRITTEN,
                                id.toString(),
                                Instant.now(),
                                tenant,
                                new Written(id, text),
                                cause)))
                .replaceWithVoid();
    }

    public Uni<List<String>> texts(String tenant) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.<String>createNativeQuery("select text from note order by text")
                        .getResultList());
    }
}
