package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Publishing;
import dev.touchstone.assessment.achievement.Publishing.Outcome;
import dev.touchstone.assessment.achievement.Publishing.Publisher;
import dev.touchstone.assessment.person.Person;
import dev.touchstone.chassis.postgres.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Publishes a definition as the next version. Evidence that came before counts too: a look through it is recorded in
 * the same transaction and done right after, see {@link RecogniseEarlierEvidence}.
 */
@ApplicationScoped
public class PublishAchievement {

    private static final Logger LOG = Logger.getLogger(PublishAchievement.class);

    private final CatalogueStore catalogues;
    private final PersonStore people;
    private final SweepStore sweeps;
    private final Outbox outbox;

    PublishAchievement(CatalogueStore catalogues, PersonStore people, SweepStore sweeps, Outbox outbox) {
        this.catalogues = catalogues;
        this.people = people;
        this.sweeps = sweeps;
        this.outbox = outbox;
    }

    /** @param login of whoever publishes; need not be known as a person here */
    public Uni<Outcome> publish(
            Mutiny.Session session, String tenant, String login, String achievementId, Definition draft) {
        return people.signedInAs(session, tenant, login)
                .chain(publisher -> Locks.catalogue(session, tenant)
                        .chain(() -> catalogues.current(session, tenant))
                        .map(catalogue -> outcome(
                                catalogue,
                                achievementId,
                                draft,
                                new Publisher(publisher.map(Person::id).orElse(null), Moment.now()))))
                .chain(outcome -> keep(session, tenant, outcome).replaceWith(outcome));
    }

    private static Outcome outcome(Catalogue catalogue, String achievementId, Definition draft, Publisher publisher) {
        return Publishing.publish(achievementId, draft, catalogue.line(achievementId), catalogue::knows, publisher);
    }

    private Uni<Void> keep(Mutiny.Session session, String tenant, Outcome outcome) {
        if (!(outcome instanceof Publishing.Published published)) {
            return Uni.createFrom().voidItem();
        }
        Achievement achievement = published.achievement();
        LOG.infof(
                "event=achievement-published tenant=%s achievement=%s version=%d",
                tenant, achievement.id(), achievement.version());
        return catalogues
                .add(session, tenant, achievement)
                .chain(() -> sweeps.add(session, tenant, achievement.id()))
                .chain(() -> outbox.add(session, new Announcements(tenant, null).published(achievement)))
                .replaceWithVoid();
    }
}
