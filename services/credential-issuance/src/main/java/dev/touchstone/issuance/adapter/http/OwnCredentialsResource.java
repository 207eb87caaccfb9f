package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.issuance.adapter.postgres.Credentials;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** A person's own credentials. */
@Path("/credentials/v1/mine")
@RolesAllowed(Roles.EMPLOYEE)
public class OwnCredentialsResource {

    private final Credentials credentials;
    private final CredentialPages pages;
    private final Caller caller;

    OwnCredentialsResource(Credentials credentials, CredentialPages pages, Caller caller) {
        this.credentials = credentials;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Produces(MediaTypes.JSON)
    public Uni<Page<CredentialView>> mine(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        String tenant = caller.tenant();
        return credentials
                .personOf(tenant, caller.login())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("person")))
                .chain(person -> pages.page(tenant, person, cursor, limit));
    }
}
