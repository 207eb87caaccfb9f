package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.credential.HeldCredential;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was decided on a person's cases, and what they hold. */
@ApplicationScoped
class CaseHistory {

    private final DecisionStore decisions;
    private final CredentialStore credentials;

    CaseHistory(DecisionStore decisions, CredentialStore credentials) {
        this.decisions = decisions;
        this.credentials = credentials;
    }

    /** @param decisions by case */
    record Past(Map<UUID, DecisionDocument> decisions, List<HeldCredential> credentials) {}

    Uni<Past> of(Mutiny.Session session, String tenant, UUID personId, List<AssessmentCase> cases) {
        if (cases.isEmpty()) {
            return Uni.createFrom().item(new Past(Map.of(), List.of()));
        }
        return decisions
                .ofCases(session, cases.stream().map(AssessmentCase::id).toList())
                .chain(decided -> credentials
                        .rowsOf(session, tenant, personId)
                        .map(held -> new Past(
                                decided,
                                held.stream().map(CredentialRow::credential).toList())));
    }
}
