package dev.touchstone.chassis.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Waits without leaving the Vert.x context: a reactive session must be opened where it will be used. */
final class ContextTimer {

    private ContextTimer() {}

    static Uni<Long> after(Duration pause) {
        Context context = Vertx.currentContext();
        if (context == null) {
            return Uni.createFrom()
                    .item(0L)
                    .onItem()
                    .delayIt()
                    .onExecutor(Infrastructure.getDefaultWorkerPool())
                    .by(pause);
        }
        return Uni.createFrom()
                .emitter(emitter -> context.owner()
                        .setTimer(pause.toMillis(), id -> context.runOnContext(ignored -> emitter.complete(id))));
    }
}
