package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.MergePeople;
import dev.touchstone.intake.adapter.postgres.People;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Two people turned out to be one. */
@Path("/intake/v1/people/{id}/merge")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class MergeResource {

    private final Caller caller;
    private final MergePeople mergePeople;
    private final People people;

    MergeResource(Caller caller, MergePeople mergePeople, People people) {
        this.caller = caller;
        this.mergePeople = mergePeople;
        this.people = people;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<PersonView> merge(@PathParam("id") String id, PersonMerge merge) {
        String tenant = caller.tenant();
        UUID merged = Problems.id(id, "person");
        if (merged.equals(merge.into())) {
            throw ProblemException.invalid(
                    "Nobody is merged into themselves.", List.of(new FieldError("/into", "must be somebody else")));
        }
        return mergePeople
                .merge(tenant, merged, merge.into(), Instant.now())
                .chain(() -> people.one(tenant, merge.into()))
                .map(known -> PersonView.of(known.person(), known.identities(), known.mergedInto()));
    }
}
