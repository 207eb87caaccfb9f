package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.adapter.postgres.ConsiderPerson.Look;
import dev.touchstone.assessment.adapter.postgres.MergeStore.GivenUp;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.recognition.Trigger;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What follows from two people being one. Needs {@link Locks#person} of both. */
@ApplicationScoped
class ConsiderMerged {

    private final EvidenceStore evidence;
    private final CatalogueStore catalogues;
    private final ConsiderPerson considering;
    private final Outbox outbox;

    ConsiderMerged(EvidenceStore evidence, CatalogueStore catalogues, ConsiderPerson considering, Outbox outbox) {
        this.evidence = evidence;
        this.catalogues = catalogues;
        this.considering = considering;
        this.outbox = outbox;
    }

    /**
     * What there is of both now.
     *
     * @param cases achievements with an open case that was the other's
     * @param givenUp achievements with a case of the survivor that was closed
     * @param credentials achievements with a credential that was the other's
     * @param had pieces that were the survivor's before
     * @param gained pieces that were the other's
     */
    record Moved(Set<String> cases, Set<String> givenUp, Set<String> credentials, List<UUID> had, List<UUID> gained) {}

    /** Tells of every assessor whose case was closed: what they could read for it they read no longer. */
    Uni<Void> released(Mutiny.Session session, Event event, UUID survivor, List<GivenUp> own, List<GivenUp> theirs) {
        Announcements announcements = new Announcements(event.tenant(), event);
        return outbox.addAll(
                session,
                Stream.concat(own.stream(), theirs.stream())
                        .flatMap(one -> one.released(survivor, Moment.now()).stream())
                        .map(announcements::of)
                        .toList());
    }

    /** To the survivor's cases, what came of the other is new; to the other's cases, what the survivor had. */
    Uni<Void> consider(Mutiny.Session session, Event event, UUID survivor, Moved moved) {
        return evidence.pieces(session, moved.gained())
                .chain(pieces -> catalogues
                        .current(session, event.tenant())
                        .chain(catalogue -> consider(session, event, survivor, catalogue, moved, pieces)));
    }

    private Uni<Void> consider(
            Mutiny.Session session,
            Event event,
            UUID survivor,
            Catalogue catalogue,
            Moved moved,
            List<Evidence> pieces) {
        Set<String> again = new TreeSet<>(moved.givenUp());
        again.removeAll(moved.cases());
        Set<String> concerned = new TreeSet<>();
        pieces.forEach(piece -> concerned.addAll(catalogue.concernedBy(piece, Moment.now())));
        concerned.removeAll(moved.cases());
        concerned.removeAll(again);
        Set<String> asking = new TreeSet<>();
        moved.credentials().forEach(credential -> asking.addAll(catalogue.askingFor(credential)));
        asking.removeAll(concerned);
        asking.removeAll(moved.cases());
        asking.removeAll(again);
        Set<UUID> both = new HashSet<>(moved.had());
        both.addAll(moved.gained());
        return look(session, event, survivor, catalogue, concerned, kept(moved.gained()))
                .chain(() -> look(session, event, survivor, catalogue, moved.cases(), kept(moved.had())))
                .chain(() -> look(session, event, survivor, catalogue, again, kept(both)))
                .chain(() -> look(session, event, survivor, catalogue, asking, new Trigger.CredentialChanged()));
    }

    private static Trigger kept(java.util.Collection<UUID> pieces) {
        return new Trigger.KeptForLater(Set.copyOf(pieces));
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
