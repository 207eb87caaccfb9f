package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.postgres.KnownActivities;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An activity with all that statements say of it (xAPI 1.0.3 part three, section 2.5). */
@Path("/xapi/activities")
public class ActivityResource {

    private static final String ACTIVITY_ID = "activityId";

    private final XapiRequests requests;
    private final KnownActivities activities;

    ActivityResource(XapiRequests requests, KnownActivities activities) {
        this.requests = requests;
        this.activities = activities;
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
            throw ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "Activities are read only.");
        }
        String id = request.parameters()
                .only(Set.of(ACTIVITY_ID))
                .iri(ACTIVITY_ID)
                .orElseThrow(() -> Query.invalid(ACTIVITY_ID, "is required"));
        return activities.definitions(request.tenant(), List.of(id)).map(definitions -> {
            Map<String, Object> activity = new LinkedHashMap<>();
            activity.put("objectType", "Activity");
            activity.put("id", id);
            if (definitions.containsKey(id)) {
                activity.put("definition", definitions.get(id));
            }
            return Response.ok(JsonValues.whole(activity))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        });
    }
}
