package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.adapter.postgres.ConsiderPerson.Look;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.recognition.Trigger;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Two people turned out to be one: evidence, credentials, decisions and open cases of the one become the other's, and
 * whatever both of it together comes to is recognised.
 */
@ApplicationScoped
public class ReceiveMerge {

    private final UnitOfWork unitOfWork;
    private final MergeStore merges;
    private final EvidenceStore evidence;
    private final CatalogueStore catalogues;
    private final ConsiderPerson considering;

    ReceiveMerge(
            UnitOfWork unitOfWork,
            MergeStore merges,
            EvidenceStore evidence,
            CatalogueStore catalogues,
            ConsiderPerson considering) {
        this.unitOfWork = unitOfWork;
        this.merges = merges;
        this.evidence = evidence;
        this.catalogues = catalogues;
        this.considering = considering;
    }

    private record Moved(Set<String> cases, Set<String> credentials, List<UUID> evidence) {}

    /** @param version of the one who was merged: a newer way stays */
    public Uni<Void> receive(Event event, UUID merged, UUID into, int version) {
        String tenant = event.tenant();
        return unitOfWork.once(
                event,
                // Always the one who was merged first: so does whatever else takes both locks.
                session -> Locks.person(session, tenant, merged)
                        .chain(() -> merges.lock(session, tenant, into))
                        .chain(survivor -> merges.keep(session, tenant, merged, survivor, version)
                                .chain(() -> merges.survivor(session, tenant, merged))
                                .chain(newest -> newest.equals(survivor)
                                        ? move(session, event, merged, survivor)
                                        : Uni.createFrom().voidItem())));
    }

    private Uni<Void> move(Mutiny.Session session, Event event, UUID merged, UUID survivor) {
        String tenant = event.tenant();
        return merges.moveCases(session, tenant, merged, survivor)
                .chain(cases -> merges.moveCredentials(session, tenant, merged, survivor)
                        .chain(credentials -> evidence.of(session, tenant, survivor)
                                .chain(own -> merges.moveEvidence(session, tenant, merged, survivor)
                                        .chain(ids -> evidence.pieces(session, ids)
                                                .chain(pieces -> catalogues
                                                        .current(session, tenant)
                                                        .chain(catalogue -> consider(
                                                                session,
                                                                event,
                                                                survivor,
                                                                catalogue,
                                                                new Moved(cases, credentials, own),
                                                                pieces)))))));
    }

    /** To the survivor's cases, what came of the other is new; to the other's cases, what the survivor had. */
    private Uni<Void> consider(
            Mutiny.Session session,
            Event event,
            UUID survivor,
            Catalogue catalogue,
            Moved moved,
            List<Evidence> pieces) {
        Set<String> concerned = new TreeSet<>();
        pieces.forEach(piece -> concerned.addAll(catalogue.concernedBy(piece, Moment.now())));
        concerned.removeAll(moved.cases());
        Set<String> asking = new TreeSet<>();
        moved.credentials().forEach(credential -> asking.addAll(catalogue.askingFor(credential)));
        asking.removeAll(concerned);
        asking.removeAll(moved.cases());
        Set<UUID> theirs = new java.util.HashSet<>();
        pieces.forEach(piece -> theirs.add(piece.id()));
        return look(session, event, survivor, catalogue, concerned, new Trigger.KeptForLater(theirs))
                .chain(() -> look(
                        session,
                        event,
                        survivor,
                        catalogue,
                        moved.cases(),
                        new Trigger.KeptForLater(Set.copyOf(moved.evidence()))))
                .chain(() -> look(session, event, survivor, catalogue, asking, new Trigger.CredentialChanged()));
    }

    private Uni<Void> look(
            Mutiny.Session session,
            Event event,
            UUID survivor,
            Catalogue catalogue,
            Set<String> achievements,
            Trigger trigger) {
        return considering.consider(
                session, new Look(event.tenant(), survivor, catalogue, achievements, trigger, event));
    }
}
