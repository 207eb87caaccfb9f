package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.adapter.contract.JudgementContent;
import dev.touchstone.assessment.adapter.contract.Malformed;
import dev.touchstone.assessment.adapter.postgres.CaseWork.Desk;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.ConflictOfInterest;
import dev.touchstone.assessment.assessmentcase.Transition;
import dev.touchstone.assessment.judgement.Deciding;
import dev.touchstone.assessment.judgement.Decision;
import dev.touchstone.assessment.judgement.Judgement;
import dev.touchstone.assessment.judgement.JudgementRules;
import dev.touchstone.assessment.judgement.Outcome;
import dev.touchstone.assessment.judgement.Standing;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** An assessor judges a case that they have, and it is decided by that. */
@ApplicationScoped
public class JudgeCase {

    private static final Logger LOG = Logger.getLogger(JudgeCase.class);

    private final CaseWork work;
    private final CaseStore cases;
    private final DecisionStore decisions;
    private final CredentialStore credentials;
    private final Outbox outbox;

    JudgeCase(CaseWork work, CaseStore cases, DecisionStore decisions, CredentialStore credentials, Outbox outbox) {
        this.work = work;
        this.cases = cases;
        this.decisions = decisions;
        this.credentials = credentials;
        this.outbox = outbox;
    }

    /**
     * @param login of the assessor
     * @throws ProblemException not found; invalid with a pointer to each error; forbidden for a conflict of interest;
     *     conflict where the assessor does not have the case, or not any more
     */
    public Uni<DecisionDocument> judge(
            Mutiny.Session session, String tenant, String login, UUID caseId, JudgementContent content) {
        return CaseWork.inWords(work.open(session, tenant, login, caseId).chain(desk -> {
            Instant now = Moment.now();
            desk.assessmentCase().requireClaim(desk.assessor().id(), now);
            ConflictOfInterest.refuse(
                    desk.assessor(),
                    desk.earner(),
                    desk.assessmentCase(),
                    desk.achievement().stakes());
            Judgement judgement = judgement(desk, content);
            return decide(session, tenant, desk, judgement, now)
                    .chain(decision -> keep(session, tenant, desk, decision, judgement));
        }));
    }

    private static Judgement judgement(Desk desk, JudgementContent content) {
        try {
            Judgement judgement = content.judgement(desk.assessor().id());
            List<Objection> objections = JudgementRules.objections(
                    judgement,
                    desk.achievement().definition(),
                    desk.assessmentCase().evidence());
            if (objections.isEmpty()) {
                return judgement;
            }
            throw Refusals.invalid("The judgement is not complete.", objections);
        } catch (Malformed malformed) {
            throw Refusals.invalid("The judgement is not complete.", malformed.objections());
        }
    }

    private Uni<Decision> decide(Mutiny.Session session, String tenant, Desk desk, Judgement judgement, Instant now) {
        AssessmentCase judged = desk.assessmentCase();
        return decisions
                .of(session, tenant, judged.personId(), Set.of(judged.achievementId()))
                .chain(before -> credentials
                        .rowsOf(session, tenant, judged.personId())
                        .map(held -> {
                            Standing standing = DecisionStore.standing(judged.achievementId(), before, held, now);
                            return new Deciding(
                                            desk.achievement(),
                                            judged,
                                            standing,
                                            held.stream()
                                                    .map(CredentialRow::credential)
                                                    .toList(),
                                            now)
                                    .byAssessor(Uuid7.next(), judgement);
                        }));
    }

    private Uni<DecisionDocument> keep(
            Mutiny.Session session, String tenant, Desk desk, Decision decision, Judgement judgement) {
        Transition closed = desk.assessmentCase().decided(decision.decidedAt());
        Announcements announcements = new Announcements(tenant, null);
        List<OutgoingEvent> events = new ArrayList<>(List.of(announcements.of(decision)));
        closed.events().stream().map(announcements::of).forEach(events::add);
        LOG.infof(
                "event=case-decided tenant=%s decision=%s case=%s person=%s achievement=%s passed=%s",
                tenant,
                decision.id(),
                decision.caseId(),
                decision.personId(),
                decision.achievementId(),
                decision.outcome() instanceof Outcome.Passed);
        return cases.update(session, tenant, desk.assessmentCase(), closed.assessmentCase())
                .chain(() -> decisions.add(session, tenant, decision, judgement))
                .chain(() -> outbox.addAll(session, events))
                .replaceWith(DecisionDocument.of(decision, judgement));
    }
}
