package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.postgres.ReceiveStatements;
import dev.touchstone.intake.adapter.postgres.ReceiveStatements.Delivered;
import dev.touchstone.intake.adapter.postgres.ReceiveStatements.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores statements: one or a batch, all of it or nothing. */
@ApplicationScoped
class StatementsIn {

    private static final String STATEMENT_ID = "statementId";

    private final Workers workers;
    private final ReceiveStatements receiveStatements;
    private final IntakeMeters meters;

    StatementsIn(Workers workers, ReceiveStatements receiveStatements, IntakeMeters meters) {
        this.workers = workers;
        this.receiveStatements = receiveStatements;
        this.meters = meters;
    }

    Uni<Response> store(XapiRequest request) {
        return switch (request.method()) {
            case "POST" -> post(request);
            case "PUT" -> put(request);
            default -> throw ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "Statements are never removed.");
        };
    }

    private Uni<Response> post(XapiRequest request) {
        request.parameters().only(Set.of());
        return workers.read(request.body(), () -> StatementBody.read(request))
                .chain(delivered -> receive(request, delivered))
                .map(received ->
                        answer(Response.ok(array(received.ids())).type(MediaType.APPLICATION_JSON_TYPE), received));
    }

    private Uni<Response> put(XapiRequest request) {
        Optional<UUID> id = request.parameters().only(Set.of(STATEMENT_ID)).uuid(STATEMENT_ID);
        if (id.isEmpty()) {
            throw Query.invalid(STATEMENT_ID, "is required");
        }
        return workers.read(request.body(), () -> StatementBody.readOne(request, id.get()))
                .chain(delivered -> receive(request, delivered))
                .map(received -> answer(Response.noContent(), received));
    }

    private Uni<Received> receive(XapiRequest request, Delivered delivered) {
        return receiveStatements.receive(request.connection(), delivered);
    }

    private static byte[] array(List<UUID> ids) {
        return ids.stream()
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Response answer(Response.ResponseBuilder answer, Received received) {
        meters.received("xapi", "accepted", received.stored());
        meters.received("xapi", "duplicate", received.ids().size() - received.stored());
        boolean known = received.stored() == 0 && !received.ids().isEmpty();
        return (known ? answer.header(HookResource.DUPLICATE, true) : answer).build();
    }
}
