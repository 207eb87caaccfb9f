package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.StrictBodyReader;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.AskWitness;
import dev.touchstone.intake.adapter.postgres.ReadWitnessRequests;
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

/** Asks colleagues to bear out what somebody says of themselves. */
@Path("/intake/v1/evidence/{id}/witness-requests")
@RolesAllowed(Roles.EMPLOYEE)
public class EvidenceWitnessResource {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Caller caller;
    private final StrictBodyReader bodies;
    private final AskWitness askWitness;
    private final ReadWitnessRequests requests;

    EvidenceWitnessResource(
            Caller caller, StrictBodyReader bodies, AskWitness askWitness, ReadWitnessRequests requests) {
        this.caller = caller;
        this.bodies = bodies;
        this.askWitness = askWitness;
        this.requests = requests;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> ask(@PathParam("id") String id, byte[] body) {
        NewWitnessRequest posted = bodies.read(NewWitnessRequest.class, body);
        return askWitness
                .ask(
                        caller.tenant(),
                        caller.login(),
                        Problems.id(id, "evidence"),
                        posted.personId(),
                        posted.question(),
                        Instant.now())
                .map(request -> Response.status(Response.Status.CREATED)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(WitnessRequestView.of(request))
                        .build());
    }

    @GET
    public Uni<Page<WitnessRequestView>> list(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        return requests.of(
                        caller.tenant(),
                        caller.login(),
                        Problems.id(id, "evidence"),
                        Query.position(cursor, NEWEST),
                        most + 1,
                        Instant.now())
                .map(rows -> Page.of(
                        rows, most, WitnessRequestView::of, row -> row.id().toString()));
    }
}
