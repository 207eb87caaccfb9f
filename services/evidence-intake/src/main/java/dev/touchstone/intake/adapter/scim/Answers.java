package dev.touchstone.intake.adapter.scim;

import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.touchstone.chassis.event.EventLoop;
import dev.touchstone.chassis.failure.Outages;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.ReadDirectory.Listed;
import dev.touchstone.intake.directory.InvalidUser;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Waits for the store on behalf of the library, which knows no other way. Only ever called on worker threads; the work
 * itself is done on an event loop.
 */
@ApplicationScoped
class Answers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventLoop eventLoop;
    private final Outages outages;

    Answers(EventLoop eventLoop, Outages outages) {
        this.eventLoop = eventLoop;
        this.outages = outages;
    }

    <T> T await(Supplier<Uni<T>> work) {
        try {
            return eventLoop.runInNewContext(work).await().atMost(PATIENCE);
        } catch (ProblemException refusal) {
            throw Refusals.of(refusal);
        } catch (InvalidUser invalid) {
            throw Refusals.of(invalid);
        } catch (TimeoutException late) {
            throw Refusals.unavailable();
        } catch (RuntimeException failure) {
            if (outages.isOutage(failure)) {
                throw Refusals.unavailable();
            }
            throw failure;
        }
    }

    /** A page of a list as the library wants it. */
    static <S, N extends ResourceNode> PartialListResponse<N> list(Listed<S> found, Function<S, N> write) {
        return PartialListResponse.<N>builder()
                .totalResults(found.total())
                .resources(found.items().stream().map(write).toList())
                .build();
    }

    /** An id that cannot be one of ours is one that nothing has. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ResourceNotFoundException("There is no such resource.");
        }
    }
}
