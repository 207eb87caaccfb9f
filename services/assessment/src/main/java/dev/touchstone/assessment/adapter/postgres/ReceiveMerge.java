package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.adapter.postgres.ConsiderMerged.Moved;
import dev.touchstone.assessment.adapter.postgres.MergeStore.GivenUp;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final ConsiderMerged considering;
    private final HandOverWork handOver;

    ReceiveMerge(
            UnitOfWork unitOfWork,
            MergeStore merges,
            EvidenceStore evidence,
            ConsiderMerged considering,
            HandOverWork handOver) {
        this.unitOfWork = unitOfWork;
        this.merges = merges;
        this.evidence = evidence;
        this.considering = considering;
        this.handOver = handOver;
    }

    /** @param version of the one who was merged: a newer way stays */
    public Uni<Void> receive(Event event, UUID merged, UUID into, int version) {
        String tenant = event.tenant();
        return unitOfWork
                .once(
                        event,
                        // Always the one who was merged first: so does whatever else takes both locks.
                        session -> Locks.person(session, tenant, merged)
                                .chain(() -> merges.lock(session, tenant, into))
                                .chain(survivor -> merges.keep(session, tenant, merged, survivor, version)
                                        .chain(() -> merges.survivor(session, tenant, merged))
                                        .chain(newest -> newest.equals(survivor)
                                                ? move(session, event, merged, survivor)
                                                : Uni.createFrom().voidItem())))
                // On every delivery: an earlier one may have been cut off before it.
                .chain(() -> handOver.of(event, merged));
    }

    private Uni<Void> move(Mutiny.Session session, Event event, UUID merged, UUID survivor) {
        String tenant = event.tenant();
        return merges.giveUpOwn(session, tenant, merged, survivor)
                .chain(own -> merges.giveUpTheirs(session, tenant, merged, survivor)
                        .chain(theirs -> considering.released(session, event, survivor, own, theirs))
                        .chain(() -> merges.moveCases(session, tenant, merged, survivor))
                        .chain(cases -> merges.moveCredentials(session, tenant, merged, survivor)
                                .chain(credentials -> evidence.of(session, tenant, survivor)
                                        .chain(had -> merges.moveEvidence(session, tenant, merged, survivor)
                                                .call(() -> merges.moveWords(session, tenant, merged, survivor))
                                                .map(moved -> new Moved(
                                                        cases, achievements(own), credentials, had, moved))))))
                .chain(moved -> considering.consider(session, event, survivor, moved));
    }

    private static Set<String> achievements(List<GivenUp> cases) {
        return cases.stream().map(GivenUp::achievementId).collect(Collectors.toSet());
    }
}
