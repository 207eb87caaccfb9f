package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.Person;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.RosterEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The people of an organisation, for its interfaces. */
@ApplicationScoped
public class People {

    private final UnitOfWork unitOfWork;
    private final ChangePeople changePeople;
    private final ReleaseParked releaseParked;
    private final Identities identities;

    People(UnitOfWork unitOfWork, ChangePeople changePeople, ReleaseParked releaseParked, Identities identities) {
        this.unitOfWork = unitOfWork;
        this.changePeople = changePeople;
        this.releaseParked = releaseParked;
        this.identities = identities;
    }

    /**
     * Known by what, besides the person themselves.
     *
     * @param mergedInto whom they were found to be; null for everybody else
     */
    public record Known(Person person, List<Identity> identities, UUID mergedInto) {}

    /**
     * Which people to list; null components do not restrict.
     *
     * @param manager only those of this person's unit, and those who report to them
     */
    public record Filter(String unitId, Boolean active, Person manager) {}

    /** Applies the updates in one transaction; answers with what became of each. */
    public Uni<List<RosterEntry>> change(String tenant, List<PersonUpdate> updates, Instant now) {
        return unitOfWork
                .inTenant(tenant, session -> changePeople.apply(session, tenant, updates, now))
                .invoke(changed -> releaseParked.begin(tenant, changed.moved()))
                .map(ChangePeople.Changed::entries);
    }

    public Uni<Known> one(String tenant, UUID id) {
        return unitOfWork.inTenant(
                tenant,
                session -> row(session, tenant, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.notFound("person"))
                        .chain(row -> identities
                                .of(session, tenant, id)
                                .map(known -> new Known(row.person(), known, row.mergedInto))));
    }

    /** Who signs in with this login. */
    public Uni<Optional<Person>> byLogin(String tenant, String login) {
        return unitOfWork.inTenant(
                tenant,
                session -> identities
                        .personOf(session, tenant, login)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : person(session, tenant, found.get()).map(Optional::ofNullable)));
    }

    /** In the order of their ids; those behind {@code after}, at most {@code most}. */
    public Uni<List<Person>> page(String tenant, Filter filter, UUID after, int most) {
        StringBuilder query =
                new StringBuilder("from PersonRow where tenant = :tenant and id > :after and mergedInto is null");
        query.append(filter.unitId() == null ? "" : " and unitId = :unitId");
        query.append(filter.active() == null ? "" : " and active = :active");
        boolean ownUnit = filter.manager() != null && filter.manager().unit() != null;
        query.append(
                filter.manager() == null ? "" : " and (managerId = :manager" + (ownUnit ? " or unitId = :own)" : ")"));
        return unitOfWork.inTenant(tenant, session -> {
            var rows = session.createQuery(query + " order by id", PersonRow.class)
                    .setParameter("tenant", tenant)
                    .setParameter("after", after)
                    .setMaxResults(most);
            if (filter.unitId() != null) {
                rows.setParameter("unitId", filter.unitId());
            }
            if (filter.active() != null) {
                rows.setParameter("active", filter.active());
            }
            if (filter.manager() != null) {
                rows.setParameter("manager", filter.manager().id());
            }
            if (ownUnit) {
                rows.setParameter("own", filter.manager().unit().unitId());
            }
            return rows.getResultList()
                    .map(found -> found.stream().map(PersonRow::person).toList());
        });
    }

    /** By an identity: a login, an employee number or an address. */
    public Uni<List<Person>> byIdentity(String tenant, Identity identity) {
        return unitOfWork.inTenant(
                tenant,
                session -> identities
                        .owners(session, tenant, List.of(identity))
                        .chain(owners -> owners.isEmpty()
                                ? Uni.createFrom().item(List.of())
                                : person(session, tenant, owners.get(identity)).map(List::of)));
    }

    private static Uni<Person> person(Mutiny.Session session, String tenant, UUID id) {
        return row(session, tenant, id).map(row -> row == null ? null : row.person());
    }

    private static Uni<PersonRow> row(Mutiny.Session session, String tenant, UUID id) {
        return session.createQuery("from PersonRow where tenant = :tenant and id = :id", PersonRow.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }
}
