package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What systems delivered, as it was delivered. It is not given out without a note of who read it. */
@ApplicationScoped
public class DeliveryBodies {

    private final UnitOfWork unitOfWork;

    DeliveryBodies(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Fails with not found for what is not there, and for statements: the record store gives them out. */
    public Uni<byte[]> read(String tenant, UUID delivery, String login, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(
                                "select body, received_at from delivery where tenant_id = ?1 and id = ?2",
                                Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, delivery)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.notFound("delivery"))
                        .call(() -> note(session, tenant, delivery, login, now))
                        .map(row -> (byte[]) row[0]));
    }

    private static Uni<Integer> note(Mutiny.Session session, String tenant, UUID delivery, String login, Instant now) {
        return session.createNativeQuery("""
                        insert into delivery_reading (id, tenant_id, delivery_id, reader_login, read_at)
                        values (?1, ?2, ?3, ?4, ?5)""")
                .setParameter(1, Uuid7.next())
                .setParameter(2, tenant)
                .setParameter(3, delivery)
                .setParameter(4, login)
                .setParameter(5, Sql.time(now))
                .executeUpdate();
    }
}
