package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.issuance.adapter.postgres.Issuers;
import dev.touchstone.issuance.publication.PublicAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The caller's organisation as an issuer. */
@Path("/credentials/v1/issuer")
@RolesAllowed(Roles.ISSUER_ADMIN)
@Produces(MediaTypes.JSON)
public class IssuerAdministrationResource {

    private final Issuers issuers;
    private final PublicAddresses addresses;
    private final Caller caller;

    IssuerAdministrationResource(Issuers issuers, PublicAddresses addresses, Caller caller) {
        this.issuers = issuers;
        this.addresses = addresses;
        this.caller = caller;
    }

    @GET
    public Uni<IssuerView> read() {
        return issuers.find(caller.tenant())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("issuer profile")))
                .map(issuer -> IssuerView.of(issuer, addresses));
    }

    /** Sets the whole profile. Credentials issued before keep what they say. */
    @PUT
    @Consumes(MediaTypes.JSON)
    public Uni<IssuerView> write(IssuerProfileRequest request) {
        return issuers.change(caller.tenant(), request.profile())
                .map(issuer -> IssuerView.of(issuer, addresses))
                .onFailure(Issuers.ReservedName.class)
                .transform(reserved -> ProblemException.conflict(
                        "The organisation's name is an address of this service, so it cannot issue credentials."));
    }
}
