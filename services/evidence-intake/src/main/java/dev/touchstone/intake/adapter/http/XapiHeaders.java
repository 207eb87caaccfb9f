package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.adapter.postgres.StatementClock;
import dev.touchstone.intake.xapi.XapiVersion;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer of the record store has to state, refusals included. */
public class XapiHeaders {

    static final String CONSISTENT_THROUGH = "X-Experience-API-Consistent-Through";
    private static final int UNAUTHENTICATED = 401;
    /** A refusal does not wait longer for a clock that may be what failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long LIFETIME_NANOS = Duration.ofMillis(100).toNanos();

    private final StatementClock clock;
    private final Conversation conversation;
    private volatile Known known = new Known(Instant.EPOCH, System.nanoTime() - LIFETIME_NANOS);

    XapiHeaders(StatementClock clock, Conversation conversation) {
        this.clock = clock;
        this.conversation = conversation;
    }

    private record Known(Instant through, long asked) {}

    @ServerResponseFilter
    public Uni<Void> state(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (!path.startsWith("/xapi/")) {
            return Uni.createFrom().voidItem();
        }
        String version = XapiVersion.of(request.getHeaderString(XapiVersion.HEADER))
                .orElseGet(conversation::version)
                .newest();
        response.getHeaders().putSingle(XapiVersion.HEADER, version);
        // Readers compare the time below with it (and RFC 9110 section 6.6.1 asks for it).
        response.getHeaders().putSingle("Date", HttpTime.of(Instant.now()));
        if (response.getStatus() == UNAUTHENTICATED) {
            response.getHeaders().putSingle("WWW-Authenticate", "Basic realm=\"xapi\"");
        }
        return path.equals("/xapi/statements") && !response.getHeaders().containsKey(CONSISTENT_THROUGH)
                ? through()
                        .invoke(time -> response.getHeaders().putSingle(CONSISTENT_THROUGH, time.toString()))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** A time that was right a moment ago is right for ever, only not the latest. */
    private Uni<Instant> through() {
        Known last = known;
        if (System.nanoTime() - last.asked() < LIFETIME_NANOS) {
            return Uni.createFrom().item(last.through());
        }
        long asked = System.nanoTime();
        return clock.consistentThrough()
                .invoke(time -> known = new Known(time, asked))
                // Whoever does not wait for the answer leaves the transaction to end by itself.
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(last.through());
    }
}
