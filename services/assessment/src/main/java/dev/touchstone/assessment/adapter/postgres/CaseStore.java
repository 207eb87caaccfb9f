package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases with their evidence. Writing needs {@link Locks#person}. */
@ApplicationScoped
class CaseStore {

    /** The person's open cases of these achievements. */
    Uni<List<AssessmentCase>> open(
            Mutiny.Session session, String tenant, UUID personId, Collection<String> achievementIds) {
        return session.createQuery("""
                        from CaseRow where tenantId = ?1 and personId = ?2 and achievementId in (?3)
                        and state in ('collecting', 'ready', 'claimed')""", CaseRow.class)
                .setParameter(1, tenant)
                .setParameter(2, personId)
                .setParameter(3, List.copyOf(achievementIds))
                .getResultList()
                .chain(rows -> withEvidence(session, rows));
    }

    /** The cases of these rows, in their order. */
    Uni<List<AssessmentCase>> withEvidence(Mutiny.Session session, List<CaseRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery("""
                        select held.caseId, held.later, piece from CaseEvidenceRow held
                        join EvidenceRow piece on piece.evidenceId = held.evidenceId
                        where held.caseId in (?1) order by piece.occurredAt desc, piece.evidenceId""", Object[].class)
                .setParameter(1, rows.stream().map(row -> row.caseId).toList())
                .setReadOnly(true)
                .getResultList()
                .map(held -> {
                    Map<UUID, List<Object[]>> byCase = new HashMap<>();
                    held.forEach(one -> byCase.computeIfAbsent((UUID) one[0], id -> new ArrayList<>())
                            .add(one));
                    return rows.stream()
                            .map(row -> row.assessmentCase(evidence(byCase.getOrDefault(row.caseId, List.of()))))
                            .toList();
                });
    }

    /** @param held case, whether the piece is for later, and the piece */
    private static CaseEvidence evidence(List<Object[]> held) {
        List<Evidence> pieces = new ArrayList<>();
        Set<UUID> later = new HashSet<>();
        for (Object[] one : held) {
            Evidence piece = ((EvidenceRow) one[2]).evidence();
            if ((Boolean) one[1]) {
                later.add(piece.id());
            } else {
                pieces.add(piece);
            }
        }
        return new CaseEvidence(pieces, later);
    }

    /**
     * The case, to be changed: nothing else about its person happens until the transaction ends.
     *
     * @throws ProblemException not found, also where it is another organisation's
     */
    Uni<AssessmentCase> lock(Mutiny.Session session, String tenant, UUID caseId) {
        return earner(session, tenant, caseId)
                .chain(personId -> lockWith(session, tenant, caseId, personId))
                .chain(() -> find(session, tenant, caseId));
    }

    private static Uni<Void> lockWith(Mutiny.Session session, String tenant, UUID caseId, UUID personId) {
        return Locks.person(session, tenant, personId)
                .chain(() -> earner(session, tenant, caseId))
                .chain(now -> now.equals(personId)
                        ? Uni.createFrom().voidItem()
                        // Its person was merged while the lock was waited for.
                        : lockWith(session, tenant, caseId, now));
    }

    private static Uni<UUID> earner(Mutiny.Session session, String tenant, UUID caseId) {
        return session.createQuery("select personId from CaseRow where caseId = ?1 and tenantId = ?2", UUID.class)
                .setParameter(1, caseId)
                .setParameter(2, tenant)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("case"));
    }

    /** @throws ProblemException not found, also where it is another organisation's */
    Uni<AssessmentCase> find(Mutiny.Session session, String tenant, UUID caseId) {
        return session.createQuery("from CaseRow where caseId = ?1 and tenantId = ?2", CaseRow.class)
                .setParameter(1, caseId)
                .setParameter(2, tenant)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("case"))
                .chain(row -> withEvidence(session, List.of(row)))
                .map(cases -> cases.get(0));
    }

    Uni<Void> insert(Mutiny.Session session, String tenant, AssessmentCase assessmentCase, Stakes stakes) {
        // The row goes first: its evidence refers to it, and what closed before it must be closed in the store.
        return session.persist(CaseRow.of(tenant, assessmentCase, stakes))
                .chain(session::flush)
                .chain(() -> addEvidence(
                        session,
                        tenant,
                        assessmentCase.id(),
                        assessmentCase.evidence().ids(),
                        false));
    }

    /** Writes what became of a case. */
    Uni<Void> update(Mutiny.Session session, String tenant, AssessmentCase before, AssessmentCase after) {
        Set<UUID> held = new HashSet<>(before.evidence().ids());
        Set<UUID> holding = new HashSet<>(after.evidence().ids());
        List<UUID> added =
                after.evidence().ids().stream().filter(id -> !held.contains(id)).toList();
        List<UUID> dropped = held.stream().filter(id -> !holding.contains(id)).toList();
        List<UUID> keptForLater = after.evidence().later().stream()
                .filter(id -> !before.evidence().later().contains(id))
                .toList();
        return session.find(CaseRow.class, after.id())
                .invoke(row -> row.take(after))
                .chain(() -> addEvidence(session, tenant, after.id(), added, false))
                .chain(() -> addEvidence(session, tenant, after.id(), keptForLater, true))
                .chain(() -> dropEvidence(session, after.id(), dropped));
    }

    private static Uni<Void> addEvidence(
            Mutiny.Session session, String tenant, UUID caseId, List<UUID> evidenceIds, boolean later) {
        return session.persistAll(evidenceIds.stream()
                .map(evidenceId -> CaseEvidenceRow.of(tenant, caseId, evidenceId, later))
                .toArray());
    }

    private static Uni<Void> dropEvidence(Mutiny.Session session, UUID caseId, List<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createMutationQuery("delete from CaseEvidenceRow where caseId = ?1 and evidenceId in (?2)")
                .setParameter(1, caseId)
                .setParameter(2, evidenceIds)
                .executeUpdate()
                .replaceWithVoid();
    }
}
