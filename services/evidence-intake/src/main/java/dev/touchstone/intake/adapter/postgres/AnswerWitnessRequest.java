package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.evidence.Basis;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.witness.WitnessRequest;
import dev.touchstone.intake.witness.WitnessState;
import dev.touchstone.intake.witness.WitnessStatement;
import dev.touchstone.intake.witness.WitnessedEvidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers a request for a witness statement, once: the statement is evidence, told of in the same transaction. */
@ApplicationScoped
public class AnswerWitnessRequest {

    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final RecordEvidence recordEvidence;

    AnswerWitnessRequest(UnitOfWork unitOfWork, Identities identities, RecordEvidence recordEvidence) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.recordEvidence = recordEvidence;
    }

    /**
     * Answers with the statement's id as evidence.
     *
     * @param digest of the statement as received
     * @throws ProblemException not found for everybody but the asked person; conflict where it was answered; gone where
     *     it has expired or its evidence was taken back
     */
    public Uni<UUID> give(
            String tenant, String login, UUID requestId, WitnessStatement statement, String digest, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> open(session, tenant, login, requestId, now)
                        .chain(request -> give(session, tenant, login, request, statement, digest, now)));
    }

    /** @throws ProblemException as {@link #give} */
    public Uni<WitnessState> decline(String tenant, String login, UUID requestId, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> open(session, tenant, login, requestId, now)
                        .chain(request -> close(session, tenant, request, WitnessState.DECLINED, null, null, now))
                        .replaceWith(WitnessState.DECLINED));
    }

    private Uni<WitnessRequest> open(Mutiny.Session session, String tenant, String login, UUID requestId, Instant now) {
        return identities
                .personOf(session, tenant, login)
                .chain(person -> session.createNativeQuery(WitnessRow.SELECT + """
                                request.id = ?2 and request.witness_id = cast(cast(?3 as text) as uuid)
                                for update of request""", Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, requestId)
                        .setParameter(3, person.map(UUID::toString).orElse(null))
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("witness request"))
                .map(row -> WitnessRow.of(row).at(now))
                .invoke(AnswerWitnessRequest::requireOpen);
    }

    private static void requireOpen(WitnessRequest request) {
        switch (request.state()) {
            case OPEN -> {}
            case GIVEN, DECLINED -> throw ProblemException.conflict("You have answered this request already.");
            case EXPIRED -> throw ProblemException.of(ProblemType.GONE, "This request has expired.");
            case CANCELLED ->
                throw ProblemException.of(ProblemType.GONE, "The evidence that this request is about was taken back.");
        }
    }

    private Uni<UUID> give(
            Mutiny.Session session,
            String tenant,
            String login,
            WitnessRequest request,
            WitnessStatement statement,
            String digest,
            Instant now) {
        return session.<String>createNativeQuery(
                        "select cast(document as text) from evidence where tenant_id = ?1 and id = ?2")
                .setParameter(1, tenant)
                .setParameter(2, request.evidenceId())
                .getSingleResult()
                .map(document -> about(request, StoredEvidence.read(document)))
                .map(about -> statement.evidence(Uuid7.next(), request, about, login, digest, now))
                .call(evidence -> recordEvidence.record(session, tenant, List.of(evidence)))
                .call(evidence -> close(session, tenant, request, WitnessState.GIVEN, evidence.id(), statement, now))
                .map(Evidence::id);
    }

    private static WitnessedEvidence about(WitnessRequest request, EvidenceSubmitted document) {
        return new WitnessedEvidence(
                request.title(),
                document.activity().id(),
                document.occurredAt(),
                document.basis() == null ? null : Basis.WORDS.get(document.basis()),
                document.claim() == null ? null : document.claim().achievementId());
    }

    private static Uni<Integer> close(
            Mutiny.Session session,
            String tenant,
            WitnessRequest request,
            WitnessState state,
            UUID statementId,
            WitnessStatement statement,
            Instant now) {
        return session.createNativeQuery("""
                        update witness_request set state = ?3, answered_at = ?4,
                               statement_id = cast(cast(?5 as text) as uuid), relation = cast(?6 as varchar),
                               knew_from = cast(cast(?7 as text) as date), confirms = cast(cast(?8 as text) as boolean)
                        where tenant_id = ?1 and id = ?2""")
                .setParameter(1, tenant)
                .setParameter(2, request.id())
                .setParameter(3, state.word())
                .setParameter(4, Sql.time(now))
                .setParameter(5, statementId == null ? null : statementId.toString())
                .setParameter(6, statement == null ? null : statement.relation())
                .setParameter(7, statement == null ? null : statement.knewFrom().toString())
                .setParameter(8, statement == null ? null : Boolean.toString(statement.confirms()))
                .executeUpdate();
    }
}
