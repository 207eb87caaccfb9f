package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.issuance.adapter.postgres.StatusLists;
import dev.touchstone.issuance.status.StatusList;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Signed status lists. */
@Path("/{tenant}/status/{number: [1-9][0-9]{0,8}}")
@PermitAll
public class StatusListResource {

    private final StatusLists lists;

    StatusListResource(StatusLists lists) {
        this.lists = lists;
    }

    @GET
    @Produces({MediaTypes.CREDENTIAL, MediaTypes.CREDENTIAL_SHORT, MediaTypes.JSON_LD, MediaTypes.JSON})
    public Uni<Response> list(
            @PathParam("tenant") String tenant,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return lists.document(Tenants.require(tenant), number)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("status list")))
                .map(document -> Published.answer(document, ifNoneMatch, StatusList.TIME_TO_LIVE, null));
    }
}
