package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.judgement.Decision;
import dev.touchstone.assessment.judgement.Judgement;
import dev.touchstone.assessment.judgement.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Decisions, never changed. */
@ApplicationScoped
class DecisionStore {

    /** @param judgement null where a rule decided */
    Uni<Void> add(Mutiny.Session session, String tenant, Decision decision, Judgement judgement) {
        String document = DecisionDocument.of(decision, judgement).write();
        return session.persist(DecisionRow.of(tenant, decision, document));
    }

    Uni<List<DecisionRow>> of(Mutiny.Session session, String tenant, UUID personId, Collection<String> achievementIds) {
        return session.createQuery(
                        "from DecisionRow where tenantId = ?1 and personId = ?2 and achievementId in (?3)",
                        DecisionRow.class)
                .setParameter(1, tenant)
                .setParameter(2, personId)
                .setParameter(3, List.copyOf(achievementIds))
                .setReadOnly(true)
                .getResultList();
    }

    /** Decisions of these cases, by case. */
    Uni<Map<UUID, DecisionDocument>> ofCases(Mutiny.Session session, Collection<UUID> caseIds) {
        return session.createQuery("from DecisionRow where caseId in (?1)", DecisionRow.class)
                .setParameter(1, List.copyOf(caseIds))
                .setReadOnly(true)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.caseId, row -> DecisionDocument.read(row.document))));
    }

    /** Where the person stands with one achievement, by decisions and by what became of their credentials. */
    static Standing standing(
            String achievementId, List<DecisionRow> decisions, List<CredentialRow> credentials, Instant at) {
        Set<UUID> revoked = credentials.stream()
                .filter(credential -> credential.revoked && credential.decisionId != null)
                .map(credential -> credential.decisionId)
                .collect(Collectors.toSet());
        return new Standing(
                decisions.stream()
                        .filter(row -> row.achievementId.equals(achievementId))
                        .map(row -> row.past(revoked.contains(row.decisionId)))
                        .toList(),
                at);
    }
}
