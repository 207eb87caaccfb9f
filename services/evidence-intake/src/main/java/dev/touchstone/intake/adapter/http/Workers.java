package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Does what takes the processor for long away from the event loop, and comes back to the loop it was called on. At most
 * {@value #MOST} at a time: what an expensive payload costs must not be multiplied without bound.
 */
@ApplicationScoped
class Workers {

    private static final int MOST = 64;
    private static final int LARGE = 32_768;

    private final Semaphore free = new Semaphore(MOST);

    /** Small bodies are read where they are: going to another thread and back costs more. */
    <T> Uni<T> read(byte[] body, Supplier<T> work) {
        return body.length < LARGE ? Uni.createFrom().item(work) : run(work);
    }

    <T> Uni<T> run(Supplier<T> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom().deferred(() -> {
            if (!free.tryAcquire()) {
                return Uni.createFrom()
                        .failure(ProblemException.unavailable("Too many payloads are being read. Send it again."));
            }
            return Uni.createFrom()
                    .item(work)
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .onTermination()
                    .invoke(() -> free.release())
                    .emitOn(command -> context.runOnContext(ignored -> command.run()));
        });
    }
}
