package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.adapter.kafka.RunRebuild;
import dev.touchstone.profile.adapter.mongo.RebuildStore;
import dev.touchstone.profile.rebuild.Rebuild;
import dev.touchstone.profile.rebuild.RebuildState;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** Rebuilds the projection from the topics, while reads go on. */
@Path("/profile/v1/rebuilds")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {

    private final RebuildStore store;
    private final RunRebuild runner;
    private final Caller caller;

    RebuildResource(RebuildStore store, RunRebuild runner, Caller caller) {
        this.store = store;
        this.runner = runner;
        this.caller = caller;
    }

    record RebuildView(
            UUID rebuildId,
            String state,
            String startedBy,
            Instant startedAt,
            Instant finishedAt,
            int attempts,
            long eventsTotal,
            long eventsRead,
            long eventsSkipped,
            String reason) {

        static RebuildView of(Rebuild rebuild) {
            return new RebuildView(
                    rebuild.id(),
                    rebuild.state().name().toLowerCase(Locale.ROOT),
                    rebuild.startedBy(),
                    rebuild.startedAt(),
                    rebuild.finishedAt(),
                    rebuild.attempts(),
                    rebuild.progress().total(),
                    rebuild.progress().read(),
                    rebuild.progress().skipped(),
                    rebuild.reason());
        }
    }

    @POST
    public Uni<Response> start() {
        Rebuild rebuild = new Rebuild(
                Uuid7.next(),
                caller.tenant(),
                caller.login(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                RebuildState.RUNNING,
                Rebuild.Progress.NONE,
                1,
                null,
                null);
        return store.begin(rebuild).map(begun -> {
            if (!begun) {
                throw ProblemException.conflict("A rebuild is running already; one at a time.");
            }
            runner.start(rebuild);
            return Response.accepted(RebuildView.of(rebuild))
                    .location(URI.create("/profile/v1/rebuilds/" + rebuild.id()))
                    .build();
        });
    }

    @GET
    @Path("/{rebuildId}")
    public Uni<RebuildView> rebuild(@PathParam("rebuildId") String rebuildId) {
        return store.find(caller.tenant(), id(rebuildId))
                .map(found -> found.map(RebuildView::of).orElseThrow(() -> ProblemException.notFound("rebuild")));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("rebuild");
        }
    }
}
