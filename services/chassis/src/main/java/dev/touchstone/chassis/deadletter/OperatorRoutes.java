package dev.touchstone.chassis.deadletter;

import dev.touchstone.chassis.failure.Outages;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.Problem;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The operator's view on the management port, which is never exposed to callers: every organisation's dead letters,
 * those included whose organisation could not be read.
 */
@ApplicationScoped
class OperatorRoutes {

    private static final Logger LOG = Logger.getLogger(OperatorRoutes.class);

    private final DeadLetters deadLetters;
    private final Outages outages;
    private final OperatorToken token;

    OperatorRoutes(
            DeadLetters deadLetters,
            Outages outages,
            @ConfigProperty(name = "touchstone.operator.token") Optional<String> token) {
        this.deadLetters = deadLetters;
        this.outages = outages;
        this.token = new OperatorToken(token.filter(text -> !text.isBlank()));
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/dead-letters").handler(this::list);
        management.router().post("/dead-letters/:id/replay").handler(this::replay);
    }

    private void list(RoutingContext request) {
        answer(request, () -> {
            token.requireToLook(request.request().getHeader("Authorization"));
            int limit = Cursor.limit(number(request.request().getParam("limit")));
            return deadLetters.list(null, request.request().getParam("cursor"), limit);
        });
    }

    private void replay(RoutingContext request) {
        answer(request, () -> {
            token.requireToChange(request.request().getHeader("Authorization"));
            return deadLetters.replay(null, request.pathParam("id")).replaceWith(Map.of("replayed", true));
        });
    }

    private static Integer number(String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException unreadable) {
            throw ProblemException.invalid(
                    "A parameter is not valid.", List.of(new FieldError("limit", "must be a whole number")));
        }
    }

    private void answer(RoutingContext request, Supplier<Uni<?>> work) {
        Uni.createFrom()
                .deferred(work::get)
                .subscribe()
                .with(item -> json(request, 200, "application/json", item), failure -> refuse(request, failure));
    }

    private void refuse(RoutingContext request, Throwable failure) {
        ProblemException refusal = failure instanceof ProblemException known ? known : unknown(failure);
        if (refusal.type() == ProblemType.UNAVAILABLE) {
            request.response().putHeader("Retry-After", "5");
        }
        Problem problem = Problem.of(refusal.type(), refusal.getMessage(), refusal.errors());
        json(request, refusal.type().status(), Problem.MEDIA_TYPE, problem);
    }

    private ProblemException unknown(Throwable failure) {
        if (outages.isOutage(failure)) {
            LOG.warnf("event=dependency-away reason=\"%s\"", failure);
            return ProblemException.unavailable("The broker cannot be reached. Send the request again.");
        }
        String occurrence = Uuid7.next().toString();
        LOG.errorf(failure, "event=request-failed occurrence=%s", occurrence);
        return ProblemException.of(ProblemType.INTERNAL, "We recorded it as occurrence " + occurrence + ".");
    }

    private static void json(RoutingContext request, int status, String type, Object body) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", type)
                .end(Json.TOLERANT.valueToTree(body).toString());
    }
}
