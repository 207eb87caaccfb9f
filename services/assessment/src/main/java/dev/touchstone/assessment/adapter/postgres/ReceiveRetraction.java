package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.adapter.postgres.ConsiderPerson.Look;
import dev.touchstone.assessment.recognition.Trigger;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A piece of evidence was taken back: it counts no more. Open cases lose it, with a trace; a decision stands, and is
 * marked to be looked at again where it rests on the piece: undoing an award is for people.
 */
@ApplicationScoped
public class ReceiveRetraction {

    private final UnitOfWork unitOfWork;
    private final RetractionStore retractions;
    private final CatalogueStore catalogues;
    private final ConsiderPerson considering;

    ReceiveRetraction(
            UnitOfWork unitOfWork, RetractionStore retractions, CatalogueStore catalogues, ConsiderPerson considering) {
        this.unitOfWork = unitOfWork;
        this.retractions = retractions;
        this.catalogues = catalogues;
        this.considering = considering;
    }

    public Uni<Void> receive(Event event, UUID personId, RetractedPiece piece) {
        return unitOfWork.once(
                event,
                session -> Locks.person(session, event.tenant(), personId)
                        .chain(() -> retractions.add(session, event.tenant(), personId, piece))
                        .chain(isNew -> isNew
                                ? take(session, event, personId, piece)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> take(Mutiny.Session session, Event event, UUID personId, RetractedPiece piece) {
        String tenant = event.tenant();
        return retractions
                .trace(session, tenant, piece)
                .chain(() -> retractions.openFor(session, tenant, piece.evidenceId()))
                .chain(achievements -> catalogues
                        .current(session, tenant)
                        .chain(catalogue -> considering.consider(
                                session,
                                new Look(
                                        tenant,
                                        personId,
                                        catalogue,
                                        achievements,
                                        new Trigger.EvidenceRetracted(piece.evidenceId()),
                                        event))));
    }
}
