package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.document.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the newest state of each person, whatever the order of arrival; nothing of those who were merged. */
@ApplicationScoped
public class KeepPerson {

    private final UnitOfWork unitOfWork;
    private final ReleaseAwards release;

    KeepPerson(UnitOfWork unitOfWork, ReleaseAwards release) {
        this.unitOfWork = unitOfWork;
        this.release = release;
    }

    private record Person(UUID id, int version, String displayName, String email, String login) {
        static Person read(Facts facts) {
            return new Person(
                    facts.uuid("personId"),
                    facts.integer("version"),
                    facts.text("displayName"),
                    facts.optionalText("email").orElse(null),
                    facts.optionalText("login").orElse(null));
        }
    }

    /** The release runs on every delivery: an earlier one may have been cut off before it. */
    public Uni<Void> onChanged(Event event) {
        Person person = AwardEvents.read(event, Person::read);
        return unitOfWork
                .once(
                        event,
                        session -> Arrivals.lockPerson(session, event.tenant(), person.id())
                                .chain(() -> keep(session, event.tenant(), person)))
                .chain(() -> release.forPerson(event.tenant(), person.id()));
    }

    private static Uni<Void> keep(Mutiny.Session session, String tenant, Person person) {
        return session.createNativeQuery("""
                        insert into person (tenant_id, person_id, version, display_name, email, login)
                        select cast(?1 as varchar), cast(?2 as uuid), cast(?3 as bigint), cast(?4 as text),
                               cast(?5 as varchar), cast(?6 as varchar)
                        where not exists (select 1 from merged_person where tenant_id = ?1 and person_id = ?2)
                        on conflict (tenant_id, person_id) do update
                        set version = excluded.version, display_name = excluded.display_name,
                            email = excluded.email, login = excluded.login
                        where person.version < excluded.version""")
                .setParameter(1, tenant)
                .setParameter(2, person.id())
                .setParameter(3, (long) person.version())
                .setParameter(4, person.displayName())
                .setParameter(5, person.email())
                .setParameter(6, person.login())
                .executeUpdate()
                .replaceWithVoid();
    }
}
