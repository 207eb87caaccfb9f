package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.adapter.postgres.CaseWork.Desk;
import dev.touchstone.assessment.adapter.postgres.ConsiderPerson.Look;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.Transition;
import dev.touchstone.assessment.judgement.Mark;
import dev.touchstone.assessment.judgement.Verdict;
import dev.touchstone.assessment.recognition.Trigger;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what came of a judgement, in the transaction that the case is locked in. */
@ApplicationScoped
class KeepJudgement {

    private final CaseStore cases;
    private final JudgementStore judgements;
    private final DecisionStore decisions;
    private final ConsiderPerson considering;
    private final Outbox outbox;

    KeepJudgement(
            CaseStore cases,
            JudgementStore judgements,
            DecisionStore decisions,
            ConsiderPerson considering,
            Outbox outbox) {
        this.cases = cases;
        this.judgements = judgements;
        this.decisions = decisions;
        this.considering = considering;
        this.outbox = outbox;
    }

    Uni<Judged> keep(Mutiny.Session session, String tenant, Desk desk, Mark mark, Verdict verdict) {
        UUID caseId = desk.assessmentCase().id();
        Uni<Void> handedIn = judgements.add(session, tenant, caseId, mark);
        if (verdict instanceof Verdict.Decided decided) {
            return handedIn.chain(() -> decide(session, tenant, desk, decided));
        }
        Transition waiting = desk.assessmentCase().judged(mark.assessorId(), mark.submittedAt());
        return handedIn.chain(() -> write(session, tenant, desk, waiting, List.of()))
                .replaceWith(new Judged(waiting.assessmentCase(), Optional.empty()));
    }

    private Uni<Judged> decide(Mutiny.Session session, String tenant, Desk desk, Verdict.Decided decided) {
        Transition closed = desk.assessmentCase().decided(decided.decision().decidedAt());
        OutgoingEvent told = new Announcements(tenant, null).of(decided.decision());
        return write(session, tenant, desk, closed, List.of(told))
                .chain(() -> decisions.add(session, tenant, decided.decision(), decided.judgement()))
                .chain(() -> goOn(session, tenant, desk, closed.assessmentCase()))
                .replaceWith(new Judged(
                        closed.assessmentCase(),
                        Optional.of(DecisionDocument.of(decided.decision(), decided.judgement()))));
    }

    private Uni<Void> write(
            Mutiny.Session session, String tenant, Desk desk, Transition transition, List<OutgoingEvent> first) {
        Announcements announcements = new Announcements(tenant, null);
        List<OutgoingEvent> events = new ArrayList<>(first);
        transition.events().stream().map(announcements::of).forEach(events::add);
        return cases.update(session, tenant, desk.assessmentCase(), transition.assessmentCase())
                .chain(() -> outbox.addAll(session, events));
    }

    /** What came in while the case was being judged on what it had is looked at now that it is decided. */
    private Uni<Void> goOn(Mutiny.Session session, String tenant, Desk desk, AssessmentCase closed) {
        Set<UUID> later = closed.evidence().later();
        if (later.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Look look = new Look(
                tenant,
                closed.personId(),
                desk.catalogue(),
                Set.of(closed.achievementId()),
                new Trigger.KeptForLater(later),
                null);
        return session.flush().chain(() -> considering.consider(session, look));
    }
}
