package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.person.Person;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The newest known state of people. */
@ApplicationScoped
class PersonStore {

    /** Keeps the state unless a newer one is there. */
    Uni<Void> put(Mutiny.Session session, String tenant, Person person, int version) {
        return session.createNativeQuery("""
                        insert into person (person_id, tenant_id, version, display_name, login, manager_id, unit_name,
                                            active)
                        values (?1, ?2, ?3, ?4, cast(?5 as varchar), cast(?6 as uuid), cast(?7 as varchar), ?8)
                        on conflict (person_id) do update
                        set version = excluded.version, display_name = excluded.display_name, login = excluded.login,
                            manager_id = excluded.manager_id, unit_name = excluded.unit_name, active = excluded.active
                        where person.version < excluded.version""")
                .setParameter(1, person.id())
                .setParameter(2, tenant)
                .setParameter(3, version)
                .setParameter(4, person.displayName())
                .setParameter(5, person.login())
                .setParameter(6, text(person.managerId()))
                .setParameter(7, person.unitName())
                .setParameter(8, person.active())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    Uni<Optional<Person>> find(Mutiny.Session session, UUID personId) {
        return session.find(PersonRow.class, personId)
                .map(row -> Optional.ofNullable(row).map(PersonRow::person));
    }

    Uni<Map<UUID, Person>> all(Mutiny.Session session, Collection<UUID> personIds) {
        return session.createQuery("from PersonRow where personId in (?1)", PersonRow.class)
                .setParameter(1, List.copyOf(personIds))
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.personId, PersonRow::person)));
    }

    /** The active person who signs in so; empty where none is known, or more than one. */
    Uni<Optional<Person>> signedInAs(Mutiny.Session session, String tenant, String login) {
        return session.createQuery(
                        "from PersonRow where tenantId = ?1 and login = ?2 and active = true", PersonRow.class)
                .setParameter(1, tenant)
                .setParameter(2, login)
                .setMaxResults(2)
                .getResultList()
                .map(rows -> rows.size() == 1 ? Optional.of(rows.get(0).person()) : Optional.empty());
    }

    /** @throws ProblemException forbidden, when nobody is known by the login, or more than one */
    Uni<Person> requireSignedInAs(Mutiny.Session session, String tenant, String login) {
        return signedInAs(session, tenant, login)
                .map(person -> person.orElseThrow(() -> ProblemException.forbidden(
                        "Your sign-in belongs to nobody we know of. Ask your administrator to send your person record"
                                + " with this login.")));
    }
}
