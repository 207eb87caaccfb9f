package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.document.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Two people turned out to be one: credentials and waiting awards of the one become the other's, now and whenever more of
 * them arrive. What is signed stays as it is.
 */
@ApplicationScoped
public class KeepMerge {

    private static final Logger LOG = Logger.getLogger(KeepMerge.class);

    private final UnitOfWork unitOfWork;
    private final ReleaseAwards release;

    KeepMerge(UnitOfWork unitOfWork, ReleaseAwards release) {
        this.unitOfWork = unitOfWork;
        this.release = release;
    }

    private record Merge(UUID merged, UUID into, int version) {
        static Merge read(Facts facts) {
            return new Merge(facts.uuid("personId"), facts.uuid("mergedInto"), facts.integer("version"));
        }
    }

    /** The release runs on every delivery: an earlier one may have been cut off before it. */
    public Uni<Void> onMerged(Event event) {
        Merge merge = AwardEvents.read(event, Merge::read);
        String tenant = event.tenant();
        return unitOfWork
                .once(
                        event,
                        session -> Arrivals.lockPerson(session, tenant, merge.merged())
                                .chain(() -> MergedPeople.lock(session, tenant, merge.into()))
                                .chain(survivor -> take(session, tenant, merge, survivor)))
                .chain(() ->
                        unitOfWork.inTenant(tenant, session -> MergedPeople.survivor(session, tenant, merge.merged())))
                .chain(survivor -> release.forPerson(tenant, survivor));
    }

    private static Uni<Void> take(Mutiny.Session session, String tenant, Merge merge, UUID survivor) {
        if (survivor.equals(merge.merged())) {
            return Uni.createFrom().voidItem();
        }
        return MergedPeople.keep(session, tenant, merge.merged(), survivor, merge.version())
                .chain(newest -> newest
                        ? MergedPeople.move(session, tenant, merge.merged(), survivor)
                                .invoke(() -> LOG.infof(
                                        "event=person-merged tenant=%s person=%s into=%s",
                                        tenant, merge.merged(), survivor))
                        : Uni.createFrom().voidItem());
    }
}
