package dev.touchstone.intake.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.chassis.json.StrictBodyReader;
import dev.touchstone.intake.adapter.scim.ScimService;
import dev.touchstone.intake.connection.Connection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** SCIM 2.0 (RFC 7644): an identity provider keeps an organisation's people up to date. */
@Path("/scim/v2/{resource}")
@RolesAllowed(SenderRoles.SCIM)
public class ScimResource {

    static final String MEDIA_TYPE = "application/scim+json";

    private final Sender sender;
    private final Workers workers;
    private final ScimService scim;

    ScimResource(Sender sender, Workers workers, ScimService scim) {
        this.sender = sender;
        this.workers = workers;
        this.scim = scim;
    }

    @GET
    public Uni<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        return answer("GET", uri, headers, null);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> create(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return answer("POST", uri, headers, body);
    }

    @POST
    @Path("/.search")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> search(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return answer("POST", uri, headers, body);
    }

    @GET
    @Path("/{id}")
    public Uni<Response> get(@Context UriInfo uri, @Context HttpHeaders headers) {
        return answer("GET", uri, headers, null);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> replace(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return answer("PUT", uri, headers, body);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> patch(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return answer("PATCH", uri, headers, body);
    }

    @DELETE
    @Path("/{id}")
    public Uni<Response> delete(@Context UriInfo uri, @Context HttpHeaders headers) {
        return answer("DELETE", uri, headers, null);
    }

    private Uni<Response> answer(String method, UriInfo uri, HttpHeaders headers, byte[] body) {
        Connection directory = sender.connection();
        ScimAddress address = ScimAddress.of(method, uri);
        JsonNode json = body == null ? null : StrictBodyReader.parse(body);
        ScimService.Request request = new ScimService.Request(method, address.uri(), address.conditions(headers), json);
        return workers.run(() -> scim.answer(directory, request)).map(ScimResource::response);
    }

    private static Response response(ScimService.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach((name, value) -> {
            if (!HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)) {
                response.header(name, value);
            }
        });
        return answer.body() == null
                ? response.build()
                : response.type(MEDIA_TYPE).entity(answer.body()).build();
    }
}
