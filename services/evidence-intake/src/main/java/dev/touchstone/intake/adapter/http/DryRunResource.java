package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.Connections;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Shows what a template would make of what a connection delivered, and why not. */
@Path("/intake/v1/connections/{id}/dry-run")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class DryRunResource {

    private final Caller caller;
    private final Connections connections;
    private final DryRuns dryRuns;

    DryRunResource(Caller caller, Connections connections, DryRuns dryRuns) {
        this.caller = caller;
        this.connections = connections;
        this.dryRuns = dryRuns;
    }

    /** In the order of the deliveries, newest first. */
    public record Outcomes(List<DryRunOutcome> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Outcomes> run(@PathParam("id") String id, DryRunRequest request) {
        return connections
                .one(caller.tenant(), Problems.id(id, "connection"))
                .chain(stored -> dryRuns.run(stored, request))
                .map(Outcomes::new);
    }
}
