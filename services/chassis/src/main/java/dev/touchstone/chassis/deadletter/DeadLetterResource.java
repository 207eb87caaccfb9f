package dev.touchstone.chassis.deadletter;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Dead letters of the caller's own organisation. */
@Path("/ops/v1/dead-letters")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final Caller caller;

    DeadLetterResource(DeadLetters deadLetters, Caller caller) {
        this.deadLetters = deadLetters;
        this.caller = caller;
    }

    @GET
    public Uni<DeadLetterPage> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return deadLetters.list(caller.tenant(), cursor, Cursor.limit(limit));
    }

    @POST
    @Path("/{id}/replay")
    public Uni<Void> replay(@PathParam("id") String id) {
        return deadLetters.replay(caller.tenant(), id);
    }
}
