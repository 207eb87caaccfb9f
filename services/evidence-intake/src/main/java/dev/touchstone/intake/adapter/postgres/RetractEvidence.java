package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.kafka.EvidenceRetracted;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.evidence.EvidenceChannel;
import dev.touchstone.intake.evidence.EvidenceState;
import dev.touchstone.intake.evidence.Retraction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes evidence back: its content and its files go, the facts stay so that what was decided on them can be understood,
 * and whoever was told of it is told in the same transaction. What is parked nobody was told of.
 */
@ApplicationScoped
public class RetractEvidence {

    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final Outbox outbox;

    RetractEvidence(UnitOfWork unitOfWork, Identities identities, Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.outbox = outbox;
    }

    private record Piece(UUID id, UUID personId) {}

    /**
     * Withdraws what somebody handed in; a second time changes nothing.
     *
     * @param note why, in their words; null where they do not say
     * @throws ProblemException not found in this organisation; forbidden where somebody else handed it in
     */
    public Uni<EvidenceState> withdraw(String tenant, UUID id, String login, String note, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                                select submitter_login, person_id, retraction from evidence
                                where tenant_id = ?1 and id = ?2 for update""", Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, id)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.notFound("evidence"))
                        .chain(row -> withdraw(session, tenant, id, row, login, note, now)));
    }

    private Uni<EvidenceState> withdraw(
            Mutiny.Session session, String tenant, UUID id, Object[] row, String login, String note, Instant now) {
        if (!Retraction.mayWithdraw(login, (String) row[0])) {
            throw ProblemException.forbidden("Only whoever handed this evidence in withdraws it.");
        }
        if (row[2] != null) {
            return Uni.createFrom().item(Retraction.WORDS.get(row[2]).state());
        }
        return identities
                .personOf(session, tenant, login)
                .chain(person -> retract(
                        session,
                        tenant,
                        List.of(new Piece(id, (UUID) row[1])),
                        Retraction.WITHDRAWN,
                        note,
                        person.orElse(null),
                        now))
                .replaceWith(EvidenceState.WITHDRAWN);
    }

    /** Takes back what was made of these statements. */
    Uni<Void> voided(Mutiny.Session session, String tenant, Collection<UUID> statements, Instant now) {
        if (statements.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        select id, person_id from evidence
                        where tenant_id = ?1 and delivery_id = any(cast(cast(?2 as text) as uuid[]))
                          and document -> 'provenance' ->> 'channel' = ?3 and retraction is null
                        order by id for update""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(statements))
                .setParameter(3, EvidenceChannel.XAPI.word())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Piece((UUID) row[0], (UUID) row[1]))
                        .toList())
                .chain(pieces -> retract(session, tenant, pieces, Retraction.VOIDED, null, null, now));
    }

    private Uni<Void> retract(
            Mutiny.Session session,
            String tenant,
            List<Piece> pieces,
            Retraction retraction,
            String note,
            UUID by,
            Instant now) {
        if (pieces.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String ids = Sql.uuids(pieces.stream().map(Piece::id).toList());
        return session.createNativeQuery("""
                        update evidence set retraction = ?3, retracted_at = ?4, retraction_note = cast(?5 as varchar),
                               title = null, body = null, link = null
                        where tenant_id = ?1 and id = any(cast(cast(?2 as text) as uuid[]))""")
                .setParameter(1, tenant)
                .setParameter(2, ids)
                .setParameter(3, retraction.word())
                .setParameter(4, Sql.time(now))
                .setParameter(5, note)
                .executeUpdate()
                .chain(() -> forget(session, "parked_identity", tenant, ids))
                .chain(() -> forget(session, "evidence_file", tenant, ids))
                .chain(() -> forgetWitnesses(session, tenant, ids))
                .chain(() -> outbox.addAll(
                        session,
                        pieces.stream()
                                .filter(piece -> piece.personId() != null)
                                .map(piece -> event(tenant, piece, retraction, by, now))
                                .toList()));
    }

    private static Uni<Integer> forget(Mutiny.Session session, String table, String tenant, String ids) {
        return session.createNativeQuery("delete from " + table
                        + " where tenant_id = ?1 and evidence_id = any(cast(cast(?2 as text) as uuid[]))")
                .setParameter(1, tenant)
                .setParameter(2, ids)
                .executeUpdate();
    }

    /** Nobody needs to bear out what counts no more; what a witness said of themselves goes with their statement. */
    private static Uni<Integer> forgetWitnesses(Mutiny.Session session, String tenant, String ids) {
        return session.createNativeQuery("""
                        update witness_request
                        set state = case when state = 'open' then 'cancelled' else state end,
                            question = case when statement_id = any(cast(cast(?2 as text) as uuid[])) then question end,
                            relation = case when statement_id = any(cast(cast(?2 as text) as uuid[])) then null else relation end,
                            knew_from = case when statement_id = any(cast(cast(?2 as text) as uuid[])) then null else knew_from end
                        where tenant_id = ?1 and (evidence_id = any(cast(cast(?2 as text) as uuid[]))
                                                  or statement_id = any(cast(cast(?2 as text) as uuid[])))""")
                .setParameter(1, tenant)
                .setParameter(2, ids)
                .executeUpdate();
    }

    private static OutgoingEvent event(String tenant, Piece piece, Retraction retraction, UUID by, Instant now) {
        return new OutgoingEvent(
                EvidenceSubmitted.TOPIC,
                tenant + ":" + piece.personId(),
                EvidenceRetracted.TYPE,
                piece.personId().toString(),
                now,
                tenant,
                new EvidenceRetracted(piece.id(), piece.personId(), retraction.word(), now, by),
                null);
    }
}
