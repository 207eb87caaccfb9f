package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.issuance.adapter.postgres.ReissueCredential;
import dev.touchstone.issuance.adapter.postgres.RevokeCredential;
import dev.touchstone.issuance.credential.RevocationReason;
import dev.touchstone.issuance.publication.PublicAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;

/** An organisation's credentials, for those who answer for them. */
@Path("/credentials/v1/credentials")
@RolesAllowed(Roles.ISSUER_ADMIN)
@Produces(MediaTypes.JSON)
public class CredentialAdministrationResource {

    private final CredentialPages pages;
    private final RevokeCredential revoke;
    private final ReissueCredential reissue;
    private final PublicAddresses addresses;
    private final Caller caller;

    CredentialAdministrationResource(
            CredentialPages pages,
            RevokeCredential revoke,
            ReissueCredential reissue,
            PublicAddresses addresses,
            Caller caller) {
        this.pages = pages;
        this.revoke = revoke;
        this.reissue = reissue;
        this.addresses = addresses;
        this.caller = caller;
    }

    @GET
    public Uni<Page<CredentialView>> list(
            @QueryParam("personId") UUID personId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return pages.page(caller.tenant(), personId, cursor, limit);
    }

    /** Idempotent: asking again changes nothing and answers the same. */
    @POST
    @Path("{id}/revoke")
    @Consumes(MediaTypes.JSON)
    public Uni<CredentialView> revoke(@PathParam("id") UUID id, RevocationRequest request) {
        RevocationReason reason = RevocationReason.ofCode(request.reasonCode()).orElse(RevocationReason.OTHER);
        return revoke.revoke(caller.tenant(), id, reason)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("credential")))
                .map(stored -> CredentialView.of(stored, addresses, Instant.now()));
    }

    /** Idempotent: what was issued again already answers with what took its place. */
    @POST
    @Path("{id}/reissue")
    public Uni<CredentialView> reissue(@PathParam("id") UUID id) {
        return reissue.reissue(caller.tenant(), id)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("credential")))
                .map(stored -> CredentialView.of(stored, addresses, Instant.now()));
    }
}
