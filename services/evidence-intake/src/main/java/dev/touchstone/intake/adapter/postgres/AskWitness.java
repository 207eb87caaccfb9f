package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.witness.WitnessRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Asks somebody to say what they know of a piece of one's own evidence. */
@ApplicationScoped
public class AskWitness {

    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final SubmitEvidence submitEvidence;

    AskWitness(UnitOfWork unitOfWork, Identities identities, SubmitEvidence submitEvidence) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.submitEvidence = submitEvidence;
    }

    /**
     * Answers with the request; one that the same person has open already is given back as it is.
     *
     * @throws ProblemException not found; forbidden where it is about somebody else; invalid where they ask themselves;
     *     conflict where it was taken back, or too many are asked already
     */
    public Uni<WitnessRequest> ask(
            String tenant, String login, UUID evidenceId, UUID witnessId, String question, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> OwnEvidence.require(session, identities, tenant, login, evidenceId)
                        .map(OwnEvidence::requireCounting)
                        .invoke(own -> requireOther(own.stored().personId(), witnessId))
                        .call(() -> submitEvidence.requirePerson(session, tenant, witnessId))
                        .call(() -> hold(session, tenant, evidenceId))
                        .call(() -> expire(session, tenant, evidenceId, now))
                        .call(() -> requireRoom(session, tenant, evidenceId, witnessId))
                        .chain(own -> insert(session, tenant, own.stored(), witnessId, question, now))
                        .chain(() -> open(session, tenant, evidenceId, witnessId)));
    }

    private static void requireOther(UUID requester, UUID witness) {
        if (requester.equals(witness)) {
            throw ProblemException.invalid(
                    "Nobody testifies for themselves.", List.of(new FieldError("/personId", "must be somebody else")));
        }
    }

    /** Requests about one piece come one after the other, and none while it is being withdrawn. */
    private static Uni<UUID> hold(Mutiny.Session session, String tenant, UUID evidenceId) {
        return session.<UUID>createNativeQuery(
                        "select id from evidence where tenant_id = ?1 and id = ?2 and retraction is null for update")
                .setParameter(1, tenant)
                .setParameter(2, evidenceId)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.conflict("This evidence was taken back."));
    }

    private static Uni<Integer> expire(Mutiny.Session session, String tenant, UUID evidenceId, Instant now) {
        return session.createNativeQuery("""
                        update witness_request set state = 'expired'
                        where tenant_id = ?1 and evidence_id = ?2 and state = 'open' and expires_at <= ?3""")
                .setParameter(1, tenant)
                .setParameter(2, evidenceId)
                .setParameter(3, Sql.time(now))
                .executeUpdate();
    }

    private static Uni<Long> requireRoom(Mutiny.Session session, String tenant, UUID evidenceId, UUID witnessId) {
        return session.<Long>createNativeQuery("""
                        select count(*) from witness_request
                        where tenant_id = ?1 and evidence_id = ?2 and state = 'open' and witness_id <> ?3""")
                .setParameter(1, tenant)
                .setParameter(2, evidenceId)
                .setParameter(3, witnessId)
                .getSingleResult()
                .invoke(open -> {
                    if (open >= WitnessRequest.MOST_OPEN) {
                        throw ProblemException.conflict(
                                WitnessRequest.MOST_OPEN + " people are asked about this evidence already.");
                    }
                });
    }

    private static Uni<Integer> insert(
            Mutiny.Session session,
            String tenant,
            StoredEvidence evidence,
            UUID witnessId,
            String question,
            Instant now) {
        return session.createNativeQuery("""
                        insert into witness_request (id, tenant_id, evidence_id, requester_id, witness_id, question, state,
                                                     asked_at, expires_at)
                        values (?1, ?2, ?3, ?4, ?5, cast(?6 as varchar), 'open', ?7, ?8)
                        on conflict do nothing""")
                .setParameter(1, Uuid7.next())
                .setParameter(2, tenant)
                .setParameter(3, evidence.id())
                .setParameter(4, evidence.personId())
                .setParameter(5, witnessId)
                .setParameter(6, question)
                .setParameter(7, Sql.time(now))
                .setParameter(8, Sql.time(now.plus(WitnessRequest.LIFE)))
                .executeUpdate();
    }

    private static Uni<WitnessRequest> open(Mutiny.Session session, String tenant, UUID evidenceId, UUID witnessId) {
        return session.createNativeQuery(
                        WitnessRow.SELECT
                                + "request.evidence_id = ?2 and request.witness_id = ?3 and request.state = 'open'",
                        Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, evidenceId)
                .setParameter(3, witnessId)
                .getSingleResult()
                .map(WitnessRow::of);
    }
}
