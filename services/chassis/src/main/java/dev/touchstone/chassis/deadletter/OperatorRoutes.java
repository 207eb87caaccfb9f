package dev.touchstone.chassis.deadletter;

import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.problem.ProblemException;
import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

/**
 * The operator's view on the management port, which is never exposed to callers: every organisation's dead letters,
 * those included whose organisation could not be read.
 */
@ApplicationScoped
class OperatorRoutes {

    private final DeadLetters deadLetters;

    OperatorRoutes(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/dead-letters").handler(this::list);
        management.router().post("/dead-letters/:id/replay").handler(this::replay);
    }

    private void list(RoutingContext request) {
        answer(request, deadLetters.list(null), letters -> Map.of("items", (List<?>) letters));
    }

    private void replay(RoutingContext request) {
        answer(request, deadLetters.replay(null, request.pathParam("id")), done -> Map.of("replayed", true));
    }

    private static <T> void answer(
            RoutingContext request, Uni<T> work, java.util.function.Function<T, Map<String, ?>> body) {
        work.subscribe()
                .with(
                        item -> json(request, 200, body.apply(item)),
                        failure -> json(
                                request,
                                failure instanceof ProblemException problem
                                        ? problem.type().status()
                                        : 500,
                                Map.of("detail", String.valueOf(failure.getMessage()))));
    }

    private static void json(RoutingContext request, int status, Map<String, ?> body) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(Json.TOLERANT.valueToTree(body).toString());
    }
}
