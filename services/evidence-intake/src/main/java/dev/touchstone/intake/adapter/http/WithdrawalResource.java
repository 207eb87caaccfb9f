package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.StrictBodyReader;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.RetractEvidence;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;

/** Lets people take back what they handed in, whatever was made of it. */
@Path("/intake/v1/evidence/{id}/withdraw")
public class WithdrawalResource {

    private final Caller caller;
    private final StrictBodyReader bodies;
    private final RetractEvidence retractEvidence;

    WithdrawalResource(Caller caller, StrictBodyReader bodies, RetractEvidence retractEvidence) {
        this.caller = caller;
        this.bodies = bodies;
        this.retractEvidence = retractEvidence;
    }

    /** Where the evidence stands now. */
    public record State(UUID evidenceId, String state) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EMPLOYEE)
    public Uni<State> withdraw(@PathParam("id") String id, byte[] body) {
        UUID evidence = Problems.id(id, "evidence");
        String reason =
                body.length == 0 ? null : bodies.read(Withdrawal.class, body).reason();
        return retractEvidence
                .withdraw(caller.tenant(), evidence, caller.login(), reason, Instant.now())
                .map(state -> new State(evidence, state.word()));
    }
}
