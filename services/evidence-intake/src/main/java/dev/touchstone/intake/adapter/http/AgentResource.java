package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.postgres.ReadStatements;
import dev.touchstone.intake.adapter.postgres.ReadStatements.Window;
import dev.touchstone.intake.xapi.query.Actors;
import dev.touchstone.intake.xapi.query.PersonObject;
import dev.touchstone.intake.xapi.query.StatementFilter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Who an agent is, as far as statements tell (xAPI 1.0.3 part three, section 2.4). */
@Path("/xapi/agents")
public class AgentResource {

    /** Names hardly ever change: the newest statements have them. */
    private static final int LOOKED_THROUGH = 25;

    private final XapiRequests requests;
    private final ReadStatements readStatements;

    AgentResource(XapiRequests requests, ReadStatements readStatements) {
        this.requests = requests;
        this.readStatements = readStatements;
    }

    @GET
    @RolesAllowed(SenderRoles.XAPI_READ)
    public Uni<Response> read(@Context UriInfo uri, @Context HttpHeaders headers) {
        return answer(requests.read(uri, headers));
    }

    /** A GET that was written as a form. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Uni<Response> form(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return requests.ofForm(uri, headers, body).chain(this::answer);
    }

    private Uni<Response> answer(XapiRequest request) {
        if (!request.method().equals("GET")) {
            throw ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "Agents are read only.");
        }
        Map<String, Object> agent = request.parameters().only(Set.of("agent")).requiredAgent("agent");
        StatementFilter about =
                new StatementFilter(Actors.identifier(agent).orElseThrow(), true, null, null, false, null, null, null);
        return readStatements
                .page(request.tenant(), about, new Window(false, null, LOOKED_THROUGH))
                .map(page -> Response.ok(JsonValues.whole(PersonObject.of(
                                agent,
                                page.statements().stream()
                                        .map(stored -> parsed(stored.json()))
                                        .toList())))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parsed(String json) {
        return (Map<String, Object>) JsonValues.exact(json.getBytes(StandardCharsets.UTF_8));
    }
}
