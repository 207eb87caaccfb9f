package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.people.Identity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Everything that names a person and has to name another when they are merged. */
@ApplicationScoped
class MergedRows {

    private static final String ABOUT = "jsonb_set(document, '{personId}', to_jsonb(cast(?2 as text)))";
    private static final List<String> MOVES = List.of(
            // Who declared something about themselves still does.
            """
            update evidence
            set document = jsonb_set(document, '{provenance,submittedBy}', to_jsonb(cast(?2 as text)))
            where tenant_id = ?3 and person_id = cast(?1 as uuid)
              and document->'provenance'->>'submittedBy' = cast(?1 as text)""",
            "update evidence set person_id = cast(?2 as uuid), document = " + ABOUT
                    + " where tenant_id = ?3 and person_id = cast(?1 as uuid)",
            "update assessor_claim set person_id = cast(?2 as uuid) where tenant_id = ?3 and person_id = cast(?1 as uuid)",
            "update assessor_claim set assessor_id = cast(?2 as uuid)"
                    + " where tenant_id = ?3 and assessor_id = cast(?1 as uuid)",
            // Nobody is a witness of themselves; and who is asked twice about one thing answers once.
            """
            delete from witness_request as asked
            where tenant_id = ?3 and state <> 'given'
              and (cast(?1 as uuid) in (requester_id, witness_id) and cast(?2 as uuid) in (requester_id, witness_id)
                   or state = 'open' and witness_id = cast(?1 as uuid)
                      and exists (select 1 from witness_request as other
                                  where other.tenant_id = ?3 and other.evidence_id = asked.evidence_id
                                    and other.state = 'open' and other.witness_id = cast(?2 as uuid)))""",
            "update witness_request set requester_id = cast(?2 as uuid)"
                    + " where tenant_id = ?3 and requester_id = cast(?1 as uuid) and witness_id <> cast(?2 as uuid)",
            "update witness_request set witness_id = cast(?2 as uuid)"
                    + " where tenant_id = ?3 and witness_id = cast(?1 as uuid) and requester_id <> cast(?2 as uuid)",
            "update directory_user set person_id = cast(?2 as uuid) where tenant_id = ?3 and person_id = cast(?1 as uuid)",
            "update person_identity set person_id = cast(?2 as uuid)"
                    + " where tenant_id = ?3 and person_id = cast(?1 as uuid)");
    private static final String STRAGGLERS = """
            update evidence e
            set person_id = p.merged_into,
                document = jsonb_set(e.document, '{personId}', to_jsonb(cast(p.merged_into as text)))
            from person p
            where p.merged_into is not null and e.tenant_id = p.tenant_id and e.person_id = p.id""";

    private final UnitOfWork unitOfWork;
    private final Identities identities;

    MergedRows(UnitOfWork unitOfWork, Identities identities) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
    }

    /** @throws ProblemException not found, through the result */
    Uni<PersonRow> person(Mutiny.Session session, String tenant, UUID id) {
        return one(session.createQuery("from PersonRow where tenant = :tenant and id = :id", PersonRow.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }

    private static Uni<PersonRow> one(Uni<PersonRow> found) {
        return found.onItem().ifNull().failWith(() -> ProblemException.notFound("person"));
    }

    /** Answers with the identities that changed hands. */
    Uni<List<Identity>> move(Mutiny.Session session, String tenant, UUID from, UUID to) {
        return identities.of(session, tenant, from).call(() -> {
            Uni<Void> moves = Uni.createFrom().voidItem();
            for (String move : MOVES) {
                moves = moves.chain(() -> session.createNativeQuery(move)
                        .setParameter(1, from.toString())
                        .setParameter(2, to.toString())
                        .setParameter(3, tenant)
                        .executeUpdate()
                        .replaceWithVoid());
            }
            return moves;
        });
    }

    Uni<Void> forget(Mutiny.Session session, String tenant, Optional<Identity> login) {
        return identities.remove(session, tenant, login.map(List::of).orElseGet(List::of));
    }

    /** People who were merged into this one before: their way leads on. */
    Uni<List<PersonRow>> mergedBefore(Mutiny.Session session, String tenant, UUID id) {
        return session.createQuery("from PersonRow where tenant = :tenant and mergedInto = :id", PersonRow.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getResultList();
    }

    Uni<List<PersonRow>> managedBy(Mutiny.Session session, String tenant, UUID id) {
        return session.createQuery("from PersonRow where tenant = :tenant and managerId = :id", PersonRow.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getResultList();
    }

    /** Evidence that was being recorded while its person was merged; answers with how much there was. */
    Uni<Integer> moveStragglers() {
        return unitOfWork.acrossTenants(
                session -> session.createNativeQuery(STRAGGLERS).executeUpdate());
    }
}
