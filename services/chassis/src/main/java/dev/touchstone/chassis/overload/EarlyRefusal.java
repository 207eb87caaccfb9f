package dev.touchstone.chassis.overload;

import dev.touchstone.chassis.problem.RouterProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses what {@link Admission} would refuse before anything is spent on it: without reading the body or asking who
 * sends it. Only on the paths through which senders deliver; people and operators are let in.
 */
@ApplicationScoped
class EarlyRefusal {

    private static final int BEFORE_OTHERS = 1100;

    private final Admission admission;
    private final List<String> paths;

    /** @param paths beginnings of the paths through which senders deliver */
    EarlyRefusal(
            Admission admission, @ConfigProperty(name = "touchstone.admission.paths") Optional<List<String>> paths) {
        this.admission = admission;
        this.paths = paths.orElse(List.of());
    }

    void limit(@Observes Filters filters) {
        if (!paths.isEmpty()) {
            filters.register(this::refuse, BEFORE_OTHERS);
        }
    }

    private void refuse(RoutingContext request) {
        if (admission.full() && delivers(request)) {
            RouterProblems.refuse(request, admission.refusal());
        } else {
            request.next();
        }
    }

    private boolean delivers(RoutingContext request) {
        HttpMethod method = request.request().method();
        return (method == HttpMethod.POST || method == HttpMethod.PUT)
                && paths.stream().anyMatch(request.request().path()::startsWith);
    }
}
