package dev.touchstone.chassis.problem;

import dev.touchstone.chassis.json.Json;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refusals that fall before any resource is reached speak the same language as all others. */
@ApplicationScoped
class RouterProblems {

    private static final Set<ProblemType> EARLY = EnumSet.of(
            ProblemType.INVALID_REQUEST,
            ProblemType.NOT_FOUND,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private static final int FIRST = 1000;

    private final long maxBody;

    RouterProblems(@ConfigProperty(name = "touchstone.http.max-body-size") MemorySize maxBody) {
        this.maxBody = maxBody.asLongValue();
    }

    void register(@Observes Router router) {
        EARLY.forEach(type -> router.errorHandler(type.status(), request -> answer(request, type)));
    }

    /** Refuses an announced length; a body that does not announce it meets the server's own limit, which is the same. */
    void limit(@Observes Filters filters) {
        filters.register(this::limitBody, FIRST);
    }

    private void limitBody(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > maxBody) {
            request.response().putHeader("Connection", "close");
            answer(request, ProblemType.TOO_LARGE);
        } else {
            request.next();
        }
    }

    private static void answer(RoutingContext request, ProblemType type) {
        if (request.response().ended()) {
            return;
        }
        Problem problem = Problem.of(type, ProblemMappers.detail(type), List.of());
        request.response()
                .setStatusCode(type.status())
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .end(Json.TOLERANT.valueToTree(problem).toString());
    }
}
