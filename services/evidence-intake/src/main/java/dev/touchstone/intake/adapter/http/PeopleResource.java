package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.People;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.people.Person;
import dev.touchstone.intake.people.RosterEntry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Takes in who works here, and shows it to those who may know. */
@Path("/intake/v1/people")
public class PeopleResource {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String ME = "me";

    private final Caller caller;
    private final Sender sender;
    private final People people;

    PeopleResource(Caller caller, Sender sender, People people) {
        this.caller = caller;
        this.sender = sender;
        this.people = people;
    }

    /** What became of one person of a batch. */
    public record Result(String outcome, UUID personId, String detail) {

        private static final String AMBIGUOUS = "This speaks of different people, or of somebody with another employee"
                + " number or login. If they are one person, merge them (POST /intake/v1/people/{personId}/merge).";

        static Result of(RosterEntry entry) {
            boolean refused = entry.outcome() == RosterEntry.Outcome.AMBIGUOUS;
            return new Result(
                    entry.outcome().name().toLowerCase(Locale.ROOT), entry.personId(), refused ? AMBIGUOUS : null);
        }
    }

    /** What became of a batch, in its order. */
    public record Results(List<Result> results) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTEGRATION_ADMIN, SenderRoles.PEOPLE})
    public Uni<Results> change(PeopleBatch batch) {
        Optional<Connection> connection = sender.find();
        String tenant = connection.map(Connection::tenant).orElseGet(caller::tenant);
        return people.change(
                        tenant,
                        PeopleUpdates.read(batch, connection.map(Connection::id).orElse(null)),
                        Instant.now())
                .map(entries -> new Results(entries.stream().map(Result::of).toList()));
    }

    @GET
    @RolesAllowed({Roles.INTEGRATION_ADMIN, Roles.MANAGER})
    public Uni<Page<PersonView>> list(
            @QueryParam("unitId") String unitId,
            @QueryParam("active") Boolean active,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        UUID after = Query.position(cursor, FIRST);
        String unit = Query.text("unitId", unitId);
        return manager()
                .chain(manager -> people.page(
                                caller.tenant(), new People.Filter(unit, active, manager.orElse(null)), after, most + 1)
                        .map(rows -> Page.of(
                                rows, most, PersonView::of, row -> row.id().toString())));
    }

    /** @param id or {@code me} */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATION_ADMIN, Roles.MANAGER, Roles.EMPLOYEE})
    public Uni<PersonView> one(@PathParam("id") String id) {
        return people.byLogin(caller.tenant(), caller.login())
                .chain(self -> people.one(caller.tenant(), wanted(id, self)).map(known -> view(self, known)));
    }

    private static UUID wanted(String id, Optional<Person> self) {
        return ME.equals(id)
                ? self.map(Person::id).orElseThrow(() -> ProblemException.notFound("person"))
                : Problems.id(id, "person");
    }

    private PersonView view(Optional<Person> self, People.Known known) {
        boolean own = self.map(Person::id)
                .filter(id -> id.equals(known.person().id()) || id.equals(known.mergedInto()))
                .isPresent();
        if (own || caller.has(Roles.INTEGRATION_ADMIN)) {
            return PersonView.of(known.person(), known.identities(), known.mergedInto());
        }
        if (caller.has(Roles.MANAGER) && self.filter(known.person()::isLedBy).isPresent()) {
            return PersonView.of(known.person());
        }
        throw ProblemException.forbidden("You see yourself, and a manager sees their own unit.");
    }

    /** Whose unit a list is restricted to; nobody's for an administrator. */
    private Uni<Optional<Person>> manager() {
        if (caller.has(Roles.INTEGRATION_ADMIN)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return people.byLogin(caller.tenant(), caller.login())
                .map(found -> Optional.of(found.orElseThrow(
                        () -> ProblemException.forbidden("Nobody is known by your login, so you have no unit."))));
    }
}
