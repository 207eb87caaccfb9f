package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.Transition;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives the survivor the cases of other people that the one who was merged has, and the judgements they gave. Case by
 * case, each in a transaction of its own: the locks of many people at once would wait for each other in a circle.
 */
@ApplicationScoped
class HandOverWork {

    private final UnitOfWork unitOfWork;
    private final MergeStore merges;
    private final CaseStore cases;
    private final Outbox outbox;

    HandOverWork(UnitOfWork unitOfWork, MergeStore merges, CaseStore cases, Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.merges = merges;
        this.cases = cases;
        this.outbox = outbox;
    }

    /** A second time changes nothing. */
    Uni<Void> of(Event event, UUID merged) {
        return unitOfWork
                .inTenant(event.tenant(), session -> merges.workOf(session, event.tenant(), merged))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(caseId -> unitOfWork.inTenant(
                                event.tenant(), session -> handOver(session, event, caseId, merged)))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> handOver(Mutiny.Session session, Event event, UUID caseId, UUID merged) {
        String tenant = event.tenant();
        return cases.lock(session, tenant, caseId)
                .chain(found -> merges.survivor(session, tenant, merged)
                        .chain(survivor -> merges.moveJudgement(session, caseId, merged, survivor)
                                .chain(() -> keep(
                                        session, event, found, found.handedOver(merged, survivor, Moment.now())))));
    }

    private Uni<Void> keep(Mutiny.Session session, Event event, AssessmentCase before, Transition transition) {
        Announcements announcements = new Announcements(event.tenant(), event);
        return cases.update(session, event.tenant(), before, transition.assessmentCase())
                .chain(() -> outbox.addAll(
                        session,
                        transition.events().stream().map(announcements::of).toList()));
    }
}
