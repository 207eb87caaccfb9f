package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.kafka.PersonChanged;
import dev.touchstone.intake.adapter.kafka.PersonMerged;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.Merging;
import dev.touchstone.intake.people.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Makes one person of two: what the one is known by and their evidence become the other's, and their id leads there for
 * ever. All of it, and what is told of it, in one transaction. There is no way back.
 */
@ApplicationScoped
public class MergePeople {

    private static final Logger LOG = Logger.getLogger(MergePeople.class);

    private final UnitOfWork unitOfWork;
    private final PeopleLock lock;
    private final MergedRows rows;
    private final Outbox outbox;
    private final ReleaseParked releaseParked;

    MergePeople(UnitOfWork unitOfWork, PeopleLock lock, MergedRows rows, Outbox outbox, ReleaseParked releaseParked) {
        this.unitOfWork = unitOfWork;
        this.lock = lock;
        this.rows = rows;
        this.outbox = outbox;
        this.releaseParked = releaseParked;
    }

    /**
     * Doing it again changes nothing.
     *
     * @throws ProblemException not found, or conflict where either of them was merged into somebody else before, through
     *     the result
     */
    public Uni<Void> merge(String tenant, UUID mergedId, UUID survivorId, Instant now) {
        return unitOfWork
                .inTenant(
                        tenant,
                        session -> lock.alone(session, tenant)
                                .chain(() -> rows.person(session, tenant, mergedId))
                                .chain(merged -> rows.person(session, tenant, survivorId)
                                        .chain(survivor -> isDone(merged, survivor)
                                                ? Uni.createFrom().item(List.<Identity>of())
                                                : merge(session, tenant, merged, survivor, now))))
                .invoke(moved -> {
                    if (!moved.isEmpty()) {
                        LOG.infof("event=person-merged tenant=%s person=%s into=%s", tenant, mergedId, survivorId);
                    }
                    releaseParked.begin(tenant, moved);
                })
                .replaceWithVoid();
    }

    private static boolean isDone(PersonRow merged, PersonRow survivor) {
        if (survivor.id.equals(merged.mergedInto)) {
            return true;
        }
        if (merged.mergedInto != null) {
            throw ProblemException.conflict("This person was merged into somebody else before.");
        }
        if (survivor.mergedInto != null) {
            throw ProblemException.conflict("The other person was merged into somebody else before. Name that one.");
        }
        return false;
    }

    private Uni<List<Identity>> merge(
            Mutiny.Session session, String tenant, PersonRow merged, PersonRow survivor, Instant now) {
        Person before = survivor.person();
        Person gone = merged.person();
        Merging merging = Merging.of(gone, before, now);
        survivor.take(merging.survivor());
        merged.take(merging.signpost());
        merged.mergedInto = survivor.id;
        // A version of its own: whoever compares versions takes it for the last word.
        merged.version = merging.signpost().version() + 1;
        List<OutgoingEvent> events = new ArrayList<>();
        if (merging.signpost().version() != gone.version()) {
            events.add(changed(tenant, merging.signpost()));
        }
        events.add(merged(tenant, merged, now));
        if (merging.survivor().version() != before.version()) {
            events.add(changed(tenant, merging.survivor()));
        }
        return session.flush()
                .chain(() -> rows.moveWords(session, tenant, gone, before))
                .chain(() -> rows.move(session, tenant, merged.id, survivor.id))
                .chain(identities -> rows.forget(session, tenant, Merging.lostLogin(gone, before))
                        .chain(() -> rows.mergedBefore(session, tenant, merged.id))
                        .invoke(earlier -> earlier.forEach(row -> {
                            row.mergedInto = survivor.id;
                            row.version = row.version + 1;
                            events.add(merged(tenant, row, now));
                        }))
                        .chain(() -> rows.managedBy(session, tenant, merged.id))
                        .invoke(managed -> managed.forEach(row -> {
                            row.take(row.person().managedBy(survivor.id, now));
                            events.add(changed(tenant, row.person()));
                        }))
                        .chain(() -> outbox.addAll(session, events))
                        .replaceWith(identities));
    }

    private static OutgoingEvent changed(String tenant, Person person) {
        return event(tenant, person.id(), PersonChanged.TYPE, person.changedAt(), PersonChanged.of(person));
    }

    /** On the key of the merged person, where it is the newest state for ever. */
    private static OutgoingEvent merged(String tenant, PersonRow row, Instant now) {
        return event(
                tenant, row.id, PersonMerged.TYPE, now, new PersonMerged(row.id, row.mergedInto, row.version, now));
    }

    private static OutgoingEvent event(String tenant, UUID person, String type, Instant time, Object data) {
        return new OutgoingEvent(
                PersonChanged.TOPIC, tenant + ":" + person, type, person.toString(), time, tenant, data, null);
    }
}
