package dev.touchstone.intake.adapter.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Takes in and gives back xAPI statements (1.0.3 part three, section 2.1; 2.0, section 4.1.6.1). */
@Path("/xapi/statements")
public class StatementResource {

    private final XapiRequests requests;
    private final StatementsIn in;
    private final StatementsOut out;

    StatementResource(XapiRequests requests, StatementsIn in, StatementsOut out) {
        this.requests = requests;
        this.in = in;
        this.out = out;
    }

    @GET
    @RolesAllowed(SenderRoles.XAPI_READ)
    public Uni<Response> find(@Context UriInfo uri, @Context HttpHeaders headers) {
        return out.answer(requests.read(uri, headers));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(SenderRoles.XAPI_WRITE)
    public Uni<Response> put(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return in.store(requests.of("PUT", uri, headers, body));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(SenderRoles.XAPI_WRITE)
    public Uni<Response> post(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return in.store(requests.of("POST", uri, headers, body));
    }

    /** Its credentials may be within, so that they are looked at once it has been read. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Uni<Response> form(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return requests.ofForm(uri, headers, body)
                .chain(request -> request.method().equals("GET") ? out.answer(request) : in.store(request));
    }
}
