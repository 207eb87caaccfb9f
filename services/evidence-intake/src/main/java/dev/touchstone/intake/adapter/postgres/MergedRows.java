package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.Person;
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
                    + " where tenant_id = ?3 and person_id = cast(?1 as uuid)",
            // Nobody attests about themselves: what they said is only declared from now on.
            """
            update evidence set document = jsonb_set(document, '{trust}', '"declared"')
            where tenant_id = ?3 and person_id = cast(?2 as uuid) and document->>'trust' = 'attested'
              and document->'provenance'->>'submittedBy' = cast(?2 as text) and cast(?1 as text) is not null""");
    /** What somebody handed in about others: a login that is free again must not open it to whoever gets it next. */
    private static final String WORDS = """
            update evidence
            set submitter_login = coalesce(cast(?3 as varchar), submitter_login),
                document = case when document->'provenance'->>'submittedBy' = cast(?4 as text)
                                then jsonb_set(document, '{provenance,submittedBy}', to_jsonb(cast(?5 as text)))
                                else document end
            where tenant_id = ?1 and submitter_login = ?2""";

    private static final String MERGED = " from person p where p.merged_into is not null and ";
    private static final List<String> STRAGGLERS = List.of(
            """
            update evidence e
            set person_id = p.merged_into,
                document = jsonb_set(
                    case when e.document->'provenance'->>'submittedBy' = cast(p.id as text)
                         then jsonb_set(e.document, '{provenance,submittedBy}', to_jsonb(cast(p.merged_into as text)))
                         else e.document end,
                    '{personId}', to_jsonb(cast(p.merged_into as text)))""" + MERGED + "e.tenant_id = p.tenant_id and e.person_id = p.id",
            "update assessor_claim c set person_id = p.merged_into" + MERGED
                    + "c.tenant_id = p.tenant_id and c.person_id = p.id and c.claimed_until > now()",
            "update assessor_claim c set assessor_id = p.merged_into" + MERGED
                    + "c.tenant_id = p.tenant_id and c.assessor_id = p.id and c.claimed_until > now()",
            "update witness_request w set requester_id = p.merged_into" + MERGED
                    + "w.tenant_id = p.tenant_id and w.requester_id = p.id and w.witness_id <> p.merged_into"
                    + " and w.state = 'open'",
            "update witness_request w set witness_id = p.merged_into" + MERGED + """
                    w.tenant_id = p.tenant_id and w.witness_id = p.id and w.requester_id <> p.merged_into
                    and w.state = 'open' and not exists (
                        select 1 from witness_request other
                        where other.tenant_id = w.tenant_id and other.evidence_id = w.evidence_id
                          and other.state = 'open' and other.witness_id = p.merged_into)""");

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

    /** What they handed in or attested about others, under whichever of their logins is left. */
    Uni<Void> moveWords(Mutiny.Session session, String tenant, Person merged, Person survivor) {
        if (merged.login() == null) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(WORDS)
                .setParameter(1, tenant)
                .setParameter(2, merged.login())
                .setParameter(3, survivor.login())
                .setParameter(4, merged.id().toString())
                .setParameter(5, survivor.id().toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** What was being recorded while its person was merged; answers with how much there was. */
    Uni<Integer> moveStragglers() {
        return unitOfWork.acrossTenants(session -> {
            Uni<Integer> moved = Uni.createFrom().item(0);
            for (String stragglers : STRAGGLERS) {
                moved = moved.chain(before ->
                        session.createNativeQuery(stragglers).executeUpdate().map(rows -> before + rows));
            }
            return moved;
        });
    }
}
