package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.judgement.Mark;
import dev.touchstone.assessment.judgement.Marks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Judgements as they were handed in, never changed. Who may read which is for {@link Marks#readableBy} to say. */
@ApplicationScoped
class JudgementStore {

    Uni<Void> add(Mutiny.Session session, String tenant, UUID caseId, Mark mark) {
        return session.persist(JudgementRow.of(tenant, caseId, mark));
    }

    /** By case; none where a case has none. */
    Uni<Map<UUID, Marks>> ofCases(Mutiny.Session session, Collection<UUID> caseIds) {
        return session.createQuery("from JudgementRow where caseId in (?1)", JudgementRow.class)
                .setParameter(1, List.copyOf(caseIds))
                .setReadOnly(true)
                .getResultList()
                .map(rows -> {
                    Map<UUID, List<Mark>> byCase = new HashMap<>();
                    rows.forEach(row -> byCase.computeIfAbsent(row.caseId, id -> new ArrayList<>())
                            .add(row.mark()));
                    Map<UUID, Marks> marks = new HashMap<>();
                    byCase.forEach((caseId, all) -> marks.put(caseId, new Marks(all)));
                    return marks;
                });
    }
}
