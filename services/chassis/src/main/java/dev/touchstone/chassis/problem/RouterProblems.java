package dev.touchstone.chassis.problem;

import dev.touchstone.chassis.json.Json;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refusals that fall before any resource is reached speak the same language as all others. */
@ApplicationScoped
public class RouterProblems {

    private static final Set<ProblemType> EARLY = EnumSet.of(
            ProblemType.INVALID_REQUEST,
            ProblemType.NOT_FOUND,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private static final int FIRST = 1000;
    /** Behind the place where the server sets its own limit. */
    private static final int AFTER_THE_SERVER = 1;
    /** Bodies are held in memory: no more than what so many of the largest take. */
    private static final int LARGE_AT_ONCE = 2;

    private final long maxBody;
    private final Optional<String> largePath;
    private final long maxLargeBody;
    private final Set<String> streamedPaths;
    private final AtomicLong largeBytes = new AtomicLong();

    /**
     * @param largePath the one path of the service whose bodies may be larger than all others
     * @param streamedPaths whose bodies are read as they come, never held as a whole: what reads them sets their limits
     */
    RouterProblems(
            @ConfigProperty(name = "touchstone.http.max-body-size") MemorySize maxBody,
            @ConfigProperty(name = "touchstone.http.large-body.path") Optional<String> largePath,
            @ConfigProperty(name = "touchstone.http.large-body.max-size", defaultValue = "25M") MemorySize maxLargeBody,
            @ConfigProperty(name = "touchstone.http.streamed-paths") Optional<Set<String>> streamedPaths) {
        this.maxBody = maxBody.asLongValue();
        this.largePath = largePath;
        this.maxLargeBody = maxLargeBody.asLongValue();
        this.streamedPaths = streamedPaths.orElse(Set.of());
    }

    void register(@Observes Router router) {
        EARLY.forEach(type -> router.errorHandler(type.status(), request -> answer(request, type)));
    }

    /** Refuses an announced length; a body that does not announce it meets the server's own limit, which is the same. */
    void limit(@Observes Filters filters) {
        filters.register(this::limitBody, FIRST);
        filters.register(this::limitUnannounced, AFTER_THE_SERVER);
    }

    private void limitBody(RoutingContext request) {
        String header = request.request().getHeader("Content-Length");
        long length = header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
        if (length <= maxBody || isStreamed(request)) {
            request.next();
        } else if (length > maxLargeBody || !mayBeLarge(request)) {
            refuse(request, ProblemType.TOO_LARGE);
        } else if (largeBytes.addAndGet(length) > LARGE_AT_ONCE * maxLargeBody) {
            largeBytes.addAndGet(-length);
            request.response().putHeader("Retry-After", "1");
            refuse(request, ProblemType.UNAVAILABLE);
        } else {
            request.addEndHandler(ended -> largeBytes.addAndGet(-length));
            request.next();
        }
    }

    /** The server's own limit is for all paths; it is too high for bodies that do not say how long they are. */
    private void limitUnannounced(RoutingContext request) {
        if (largePath.isPresent() && !isStreamed(request) && request.request().getHeader("Content-Length") == null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, maxBody);
        }
        request.next();
    }

    private boolean mayBeLarge(RoutingContext request) {
        return largePath.filter(request.normalizedPath()::equals).isPresent();
    }

    private boolean isStreamed(RoutingContext request) {
        return streamedPaths.contains(request.normalizedPath());
    }

    private static void refuse(RoutingContext request, ProblemType type) {
        request.response().putHeader("Connection", "close");
        answer(request, type);
    }

    /** Refuses a request whose body was not read; the connection stays, for a new one costs both sides more. */
    public static void refuse(RoutingContext request, ProblemException refusal) {
        request.request().resume();
        request.response().putHeader("Retry-After", Integer.toString(Problem.RETRY_AFTER_SECONDS));
        answer(request, refusal.type(), refusal.getMessage());
    }

    private static void answer(RoutingContext request, ProblemType type) {
        answer(request, type, ProblemMappers.detail(type));
    }

    private static void answer(RoutingContext request, ProblemType type, String detail) {
        if (request.response().ended()) {
            return;
        }
        Problem problem = Problem.of(type, detail, List.of());
        request.response()
                .setStatusCode(type.status())
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .end(Json.TOLERANT.valueToTree(problem).toString());
    }
}
