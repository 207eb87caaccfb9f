package dev.touchstone.chassis.postgres.notes;

import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.Answer;
import dev.touchstone.chassis.postgres.Idempotency;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Path("/notes")
public class NoteResource {

    private final Notes notes;
    private final Idempotency idempotency;
    private final Caller caller;

    NoteResource(Notes notes, Idempotency idempotency, Caller caller) {
        this.notes = notes;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed(Roles.EMPLOYEE)
    public Uni<Response> write(@HeaderParam(Idempotency.HEADER) String key, NewNote note) {
        byte[] body = Json.TOLERANT.valueToTree(note).toString().getBytes();
        String tenant = caller.tenant();
        return idempotency
                .run(tenant, caller.login(), Idempotency.requireKey(key), body, session -> {
                    UUID id = UUID.randomUUID();
                    return notes.write(session, tenant, id, note.text(), null)
                            .invoke(() -> {
                                if (Boolean.TRUE.equals(note.fail())) {
                                    throw new IllegalStateException("asked to fail");
                                }
                            })
                            .replaceWith(
                                    new Answer(201, "{\"id\":\"" + id + "\"}", Map.of("Location", "/notes/" + id)));
                })
                .map(answer -> {
                    Response.ResponseBuilder response = Response.status(answer.status())
                            .type("application/json")
                            .entity(answer.body());
                    answer.headers().forEach(response::header);
                    return response.build();
                });
    }

    /** What it is asked for makes no difference; that it can be read does. */
    @GET
    @RolesAllowed(Roles.EMPLOYEE)
    public Uni<List<String>> texts(
            @QueryParam("limit") Integer limit, @QueryParam("short") Boolean shortly, @QueryParam("id") UUID id) {
        return notes.texts(caller.tenant());
    }
}
