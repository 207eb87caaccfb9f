package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.adapter.contract.RetiredData;
import dev.touchstone.assessment.person.Person;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Takes an achievement off offer, for good. Cases that are open go on; no new one is opened. */
@ApplicationScoped
public class RetireAchievement {

    private static final Logger LOG = Logger.getLogger(RetireAchievement.class);

    private final UnitOfWork unitOfWork;
    private final CatalogueStore catalogues;
    private final PersonStore people;
    private final Outbox outbox;

    RetireAchievement(UnitOfWork unitOfWork, CatalogueStore catalogues, PersonStore people, Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.catalogues = catalogues;
        this.people = people;
        this.outbox = outbox;
    }

    /**
     * The achievement as it is then; doing it again changes nothing.
     *
     * @param reason null where none is given
     * @throws ProblemException not found
     */
    public Uni<AchievementLine> retire(String tenant, String login, String achievementId, String reason) {
        return unitOfWork.inTenant(
                tenant,
                session -> people.signedInAs(session, tenant, login)
                        .chain(by -> Locks.catalogue(session, tenant)
                                .chain(() -> catalogues.current(session, tenant))
                                .map(catalogue -> require(catalogue, achievementId))
                                .chain(line -> line.isRetired()
                                        ? Uni.createFrom().item(line)
                                        : retire(session, tenant, line, by, reason))));
    }

    private static AchievementLine require(Catalogue catalogue, String achievementId) {
        return catalogue.line(achievementId).orElseThrow(() -> ProblemException.notFound("achievement"));
    }

    private Uni<AchievementLine> retire(
            Mutiny.Session session, String tenant, AchievementLine line, Optional<Person> by, String reason) {
        Instant now = Moment.now();
        UUID byId = by.map(Person::id).orElse(null);
        RetiredData retired = new RetiredData(line.id(), line.latest().version(), now, reason);
        LOG.infof("event=achievement-retired tenant=%s achievement=%s", tenant, line.id());
        return catalogues
                .retire(session, tenant, line.id(), now, byId, reason)
                .chain(() -> outbox.add(session, new Announcements(tenant, null).retired(retired)))
                .replaceWith(new AchievementLine(line.id(), line.versions(), now));
    }
}
