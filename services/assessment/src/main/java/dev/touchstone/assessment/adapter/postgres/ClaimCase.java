package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.adapter.postgres.CaseWork.Desk;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.Transition;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** An assessor takes a case, keeps it longer, or gives it back. */
@ApplicationScoped
public class ClaimCase {

    private static final Logger LOG = Logger.getLogger(ClaimCase.class);

    private final UnitOfWork unitOfWork;
    private final CaseWork work;
    private final CaseStore cases;
    private final Outbox outbox;

    ClaimCase(UnitOfWork unitOfWork, CaseWork work, CaseStore cases, Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.work = work;
        this.cases = cases;
        this.outbox = outbox;
    }

    /**
     * @throws ProblemException not found; forbidden for a conflict of interest and for whoever has not the capacity;
     *     conflict where it cannot be claimed now
     */
    public Uni<AssessmentCase> claim(String tenant, Worker worker, UUID caseId) {
        return change(tenant, worker.login(), caseId, desk -> {
            desk.requireFit(worker.capacities());
            return desk.assessmentCase().claim(desk.assessor().id(), Moment.now());
        });
    }

    /** @throws ProblemException not found, conflict where the assessor does not have it */
    public Uni<AssessmentCase> release(String tenant, Worker worker, UUID caseId) {
        return change(
                tenant,
                worker.login(),
                caseId,
                desk -> desk.assessmentCase().release(desk.assessor().id(), Moment.now()));
    }

    private Uni<AssessmentCase> change(
            String tenant, String login, UUID caseId, Function<Desk, Transition> transition) {
        return CaseWork.inWords(unitOfWork.inTenant(
                tenant,
                session -> work.open(session, tenant, login, caseId)
                        .chain(desk -> keep(session, tenant, desk, transition.apply(desk)))));
    }

    private Uni<AssessmentCase> keep(Mutiny.Session session, String tenant, Desk desk, Transition transition) {
        AssessmentCase after = transition.assessmentCase();
        Announcements announcements = new Announcements(tenant, null);
        LOG.infof(
                "event=case-%s tenant=%s case=%s assessor=%s",
                after.state().label(), tenant, after.id(), desk.assessor().id());
        return cases.update(session, tenant, desk.assessmentCase(), after)
                .chain(() -> outbox.addAll(
                        session,
                        transition.events().stream().map(announcements::of).toList()))
                .replaceWith(after);
    }
}
