package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.xapi.store.DocumentKind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What is kept of agents (xAPI 1.0.3 part three, section 2.6). */
@Path("/xapi/agents/profile")
public class AgentProfileResource {

    private static final DocumentKind KIND = DocumentKind.AGENT_PROFILE;

    private final XapiRequests requests;
    private final XapiDocuments documents;

    AgentProfileResource(XapiRequests requests, XapiDocuments documents) {
        this.requests = requests;
        this.documents = documents;
    }

    @GET
    @RolesAllowed(SenderRoles.XAPI_READ)
    public Uni<Response> read(@Context UriInfo uri, @Context HttpHeaders headers) {
        return documents.answer(KIND, requests.read(uri, headers));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(SenderRoles.XAPI_WRITE)
    public Uni<Response> put(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return documents.answer(KIND, requests.of("PUT", uri, headers, body));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(SenderRoles.XAPI_WRITE)
    public Uni<Response> post(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return documents.answer(KIND, requests.of("POST", uri, headers, body));
    }

    /** A document that is a form, or a request that was written as one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Uni<Response> form(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return requests.ofForm(uri, headers, body).chain(request -> documents.answer(KIND, request));
    }

    @DELETE
    @RolesAllowed(SenderRoles.XAPI_WRITE)
    public Uni<Response> delete(@Context UriInfo uri, @Context HttpHeaders headers) {
        return documents.answer(KIND, requests.of("DELETE", uri, headers, null));
    }
}
