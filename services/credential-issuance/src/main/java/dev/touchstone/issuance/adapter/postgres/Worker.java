package dev.touchstone.issuance.adapter.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Where processor time is spent: never on an event loop, never inside a transaction. */
public final class Worker {

    private Worker() {}

    /** Computes on the worker pool and goes on where it was asked, because reactive sessions refuse any other place. */
    public static <T> Uni<T> compute(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context asker = Vertx.currentContext();
            Uni<T> computed = Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
            return asker == null ? computed : computed.emitOn(next -> asker.runOnContext(ignored -> next.run()));
        });
    }
}
