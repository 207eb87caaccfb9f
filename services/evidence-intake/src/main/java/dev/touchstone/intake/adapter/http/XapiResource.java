package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import dev.touchstone.intake.adapter.postgres.ReceiveStatements;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.xapi.Statement;
import dev.touchstone.intake.xapi.StatementBatch;
import dev.touchstone.intake.xapi.XapiVersion;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** Takes in xAPI statements (1.0.3 part three, section 2.1.2): one or a batch, all of it or nothing. */
@Path("/xapi/statements")
public class XapiResource {

    private final Sender sender;
    private final Workers workers;
    private final ReceiveStatements receiveStatements;
    private final IntakeMeters meters;

    XapiResource(Sender sender, Workers workers, ReceiveStatements receiveStatements, IntakeMeters meters) {
        this.sender = sender;
        this.workers = workers;
        this.receiveStatements = receiveStatements;
        this.meters = meters;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(SenderRoles.XAPI)
    public Uni<Response> store(@HeaderParam(XapiVersion.HEADER) String version, byte[] body) {
        if (XapiVersion.of(version).isEmpty()) {
            throw ProblemException.invalid(
                    "The version of xAPI is missing or not spoken here.",
                    List.of(new FieldError(XapiVersion.HEADER, "Send 1.0.x or 2.0.x.")));
        }
        Connection connection = sender.connection();
        return workers.read(body, () -> statements(body))
                .chain(statements -> receiveStatements.receive(connection, statements, Instant.now()))
                .map(received -> {
                    int duplicates = received.ids().size() - received.stored();
                    meters.received("xapi", "accepted", received.stored());
                    meters.received("xapi", "duplicate", duplicates);
                    Response.ResponseBuilder answer = Response.ok(received.ids());
                    return (received.stored() == 0 ? answer.header(HookResource.DUPLICATE, true) : answer).build();
                });
    }

    private static List<Statement> statements(byte[] body) {
        try {
            return StatementBatch.read(JsonValues.parse(body));
        } catch (NotJson e) {
            throw Problems.of(e);
        } catch (InvalidDocument e) {
            throw Problems.of(e);
        }
    }
}
