package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.adapter.contract.JudgementContent;
import dev.touchstone.assessment.adapter.contract.Malformed;
import dev.touchstone.assessment.adapter.postgres.CaseHistory.Before;
import dev.touchstone.assessment.adapter.postgres.CaseWork.Desk;
import dev.touchstone.assessment.assessmentcase.Part;
import dev.touchstone.assessment.judgement.Deciding;
import dev.touchstone.assessment.judgement.Deliberation;
import dev.touchstone.assessment.judgement.Judgement;
import dev.touchstone.assessment.judgement.JudgementRules;
import dev.touchstone.assessment.judgement.Mark;
import dev.touchstone.assessment.judgement.Marks;
import dev.touchstone.assessment.judgement.ModerationRules;
import dev.touchstone.assessment.judgement.Outcome;
import dev.touchstone.assessment.judgement.Verdict;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Somebody judges a case that they have: it is decided by that, or waits for the next who has to judge. */
@ApplicationScoped
public class JudgeCase {

    private static final Logger LOG = Logger.getLogger(JudgeCase.class);

    private final CaseWork work;
    private final CaseHistory history;
    private final KeepJudgement keeping;

    JudgeCase(CaseWork work, CaseHistory history, KeepJudgement keeping) {
        this.work = work;
        this.history = history;
        this.keeping = keeping;
    }

    /**
     * @throws ProblemException not found; invalid with a pointer to each error; forbidden for a conflict of interest and
     *     for whoever has not the capacity; conflict where the worker does not have the case, or not any more
     */
    public Uni<Judged> judge(
            Mutiny.Session session, String tenant, Worker worker, UUID caseId, JudgementContent content) {
        return CaseWork.inWords(work.open(session, tenant, worker.login(), caseId)
                .chain(desk -> {
                    Instant now = Moment.now();
                    desk.requireFit(worker.capacities());
                    desk.assessmentCase().requireClaim(desk.assessor().id(), now);
                    return history.before(session, tenant, desk.assessmentCase(), now)
                            .chain(before -> {
                                Part part = desk.assessmentCase().judges().next();
                                Mark mark = new Mark(part, judgement(desk, content, before.marks()), now);
                                Verdict verdict = verdict(desk, before, mark);
                                log(tenant, desk, mark, verdict);
                                return keeping.keep(session, tenant, desk, mark, verdict);
                            });
                }));
    }

    private static Judgement judgement(Desk desk, JudgementContent content, Marks before) {
        try {
            Judgement judgement = content.judgement(desk.assessor().id());
            List<Objection> objections = objections(desk, judgement, before);
            if (objections.isEmpty()) {
                return judgement;
            }
            throw Refusals.invalid("The judgement is not complete.", objections);
        } catch (Malformed malformed) {
            throw Refusals.invalid("The judgement is not complete.", malformed.objections());
        }
    }

    private static List<Objection> objections(Desk desk, Judgement judgement, Marks before) {
        Definition definition = desk.achievement().definition();
        List<Objection> objections = new ArrayList<>(JudgementRules.objections(
                judgement, definition, desk.assessmentCase().evidence()));
        if (objections.isEmpty() && desk.assessmentCase().judges().next() == Part.MODERATOR) {
            Judgement first = before.of(Part.FIRST).orElseThrow().judgement();
            Judgement second = before.of(Part.SECOND).orElseThrow().judgement();
            objections.addAll(ModerationRules.objections(judgement, first, second, definition));
        }
        return objections;
    }

    private static Verdict verdict(Desk desk, Before before, Mark mark) {
        Deciding deciding = new Deciding(
                desk.achievement(), desk.assessmentCase(), before.standing(), before.credentials(), mark.submittedAt());
        return new Deliberation(desk.achievement(), deciding)
                .after(before.marks().with(mark), mark, Uuid7.next());
    }

    private static void log(String tenant, Desk desk, Mark mark, Verdict verdict) {
        LOG.infof(
                "event=case-judged tenant=%s case=%s person=%s achievement=%s part=%s assessor=%s",
                tenant,
                desk.assessmentCase().id(),
                desk.assessmentCase().personId(),
                desk.achievement().id(),
                mark.part().label(),
                mark.assessorId());
        if (verdict instanceof Verdict.Decided decided) {
            LOG.infof(
                    "event=case-decided tenant=%s decision=%s case=%s person=%s achievement=%s settlement=%s passed=%s",
                    tenant,
                    decided.decision().id(),
                    decided.decision().caseId(),
                    decided.decision().personId(),
                    decided.decision().achievementId(),
                    decided.decision().basis().settlement(),
                    decided.decision().outcome() instanceof Outcome.Passed);
        }
    }
}
