package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.StrictBodyReader;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.AnswerWitnessRequest;
import dev.touchstone.intake.adapter.postgres.ReadWitnessRequests;
import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.witness.WitnessStatement;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** What somebody is asked to bear witness of, and their answers. */
@Path("/intake/v1/witness-requests")
@RolesAllowed(Roles.EMPLOYEE)
public class WitnessRequestResource {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Caller caller;
    private final StrictBodyReader bodies;
    private final ReadWitnessRequests requests;
    private final AnswerWitnessRequest answers;

    WitnessRequestResource(
            Caller caller, StrictBodyReader bodies, ReadWitnessRequests requests, AnswerWitnessRequest answers) {
        this.caller = caller;
        this.bodies = bodies;
        this.requests = requests;
        this.answers = answers;
    }

    /** The evidence that a statement became. */
    public record Given(UUID evidenceId) {}

    /** Where a request stands now. */
    public record State(UUID requestId, String state) {}

    @GET
    public Uni<Page<WitnessRequestView>> open(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        return requests.open(caller.tenant(), caller.login(), Query.position(cursor, NEWEST), most + 1, Instant.now())
                .map(rows -> Page.of(
                        rows, most, WitnessRequestView::of, row -> row.id().toString()));
    }

    @POST
    @Path("/{id}/statement")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> give(@PathParam("id") String id, byte[] body) {
        UUID request = Problems.id(id, "witness request");
        NewWitnessStatement posted = bodies.read(NewWitnessStatement.class, body);
        Instant now = Instant.now();
        return answers.give(
                        caller.tenant(),
                        caller.login(),
                        request,
                        statement(posted, now),
                        CanonicalForm.label(body),
                        now)
                .map(evidence -> Response.status(Response.Status.CREATED)
                        .type(MediaType.APPLICATION_JSON)
                        .header("Location", "/intake/v1/evidence/" + evidence)
                        .entity(new Given(evidence))
                        .build());
    }

    @POST
    @Path("/{id}/decline")
    public Uni<State> decline(@PathParam("id") String id) {
        UUID request = Problems.id(id, "witness request");
        return answers.decline(caller.tenant(), caller.login(), request, Instant.now())
                .map(state -> new State(request, state.word()));
    }

    private static WitnessStatement statement(NewWitnessStatement posted, Instant now) {
        try {
            return WitnessStatement.read(Fields.of(posted), now);
        } catch (InvalidDocument e) {
            throw Problems.of(e);
        }
    }
}
