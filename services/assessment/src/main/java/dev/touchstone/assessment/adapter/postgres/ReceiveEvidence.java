package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.adapter.postgres.ConsiderPerson.Look;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.recognition.Trigger;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A piece of evidence came in: it is kept, and counted for every achievement that it concerns. */
@ApplicationScoped
public class ReceiveEvidence {

    private final UnitOfWork unitOfWork;
    private final EvidenceStore evidence;
    private final CatalogueStore catalogues;
    private final ConsiderPerson considering;
    private final MergeStore merges;

    ReceiveEvidence(
            UnitOfWork unitOfWork,
            EvidenceStore evidence,
            CatalogueStore catalogues,
            ConsiderPerson considering,
            MergeStore merges) {
        this.unitOfWork = unitOfWork;
        this.evidence = evidence;
        this.catalogues = catalogues;
        this.considering = considering;
        this.merges = merges;
    }

    public Uni<Void> receive(Event event, Evidence piece, Instant receivedAt) {
        return unitOfWork.once(
                event,
                session -> merges.lock(session, event.tenant(), piece.personId())
                        .chain(person -> submitter(session, event.tenant(), piece)
                                .map(submitter -> piece.about(person).by(submitter)))
                        .chain(theirs -> evidence.add(session, event.tenant(), theirs, receivedAt)
                                .chain(added -> added.isNew()
                                        ? consider(session, event, theirs, added.revision())
                                        : Uni.createFrom().voidItem())));
    }

    private Uni<UUID> submitter(Mutiny.Session session, String tenant, Evidence piece) {
        UUID submitter = piece.origin().submittedBy();
        return submitter == null ? Uni.createFrom().nullItem() : merges.survivor(session, tenant, submitter);
    }

    private Uni<Void> consider(Mutiny.Session session, Event event, Evidence piece, long revision) {
        return catalogues
                .at(session, event.tenant(), revision)
                .chain(catalogue -> considering.consider(
                        session,
                        new Look(
                                event.tenant(),
                                piece.personId(),
                                catalogue,
                                catalogue.concernedBy(piece, Moment.now()),
                                new Trigger.NewEvidence(piece),
                                event)));
    }
}
