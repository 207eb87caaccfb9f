package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.judgement.Marks;
import dev.touchstone.assessment.judgement.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was judged and decided on a person's cases, and what they hold. */
@ApplicationScoped
class CaseHistory {

    private final DecisionStore decisions;
    private final CredentialStore credentials;
    private final JudgementStore judgements;
    private final RetractionStore retractions;

    CaseHistory(
            DecisionStore decisions,
            CredentialStore credentials,
            JudgementStore judgements,
            RetractionStore retractions) {
        this.decisions = decisions;
        this.credentials = credentials;
        this.judgements = judgements;
        this.retractions = retractions;
    }

    /**
     * @param decisions by case
     * @param marks by case
     * @param retracted evidence that was taken back, by case
     */
    record Past(
            Map<UUID, DecisionDocument> decisions,
            Map<UUID, Marks> marks,
            Map<UUID, List<RetractedPiece>> retracted,
            List<HeldCredential> credentials) {}

    Uni<Past> of(Mutiny.Session session, String tenant, UUID personId, List<AssessmentCase> cases) {
        if (cases.isEmpty()) {
            return Uni.createFrom().item(new Past(Map.of(), Map.of(), Map.of(), List.of()));
        }
        List<UUID> ids = cases.stream().map(AssessmentCase::id).toList();
        return decisions
                .ofCases(session, ids)
                .chain(decided -> judgements
                        .ofCases(session, ids)
                        .chain(marks -> retractions
                                .ofCases(session, tenant, ids)
                                .chain(retracted -> credentials
                                        .rowsOf(session, tenant, personId)
                                        .map(held -> new Past(decided, marks, retracted, credentials(held))))));
    }

    /** Where the earner of a case stands with its achievement, and what was judged on the case before. */
    record Before(Standing standing, List<HeldCredential> credentials, Marks marks) {}

    Uni<Before> before(Mutiny.Session session, String tenant, AssessmentCase judged, Instant at) {
        String achievementId = judged.achievementId();
        return decisions
                .of(session, tenant, judged.personId(), Set.of(achievementId))
                .chain(decided -> judgements
                        .ofCases(session, List.of(judged.id()))
                        .chain(marks -> credentials
                                .rowsOf(session, tenant, judged.personId())
                                .map(held -> new Before(
                                        DecisionStore.standing(achievementId, decided, held, at),
                                        credentials(held),
                                        marks.getOrDefault(judged.id(), Marks.NONE)))));
    }

    private static List<HeldCredential> credentials(List<CredentialRow> rows) {
        return rows.stream().map(CredentialRow::credential).toList();
    }
}
