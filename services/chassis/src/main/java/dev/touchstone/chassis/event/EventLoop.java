package dev.touchstone.chassis.event;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Where reactive work belongs: on an event loop, in a context of its own. Reactive sessions refuse any other place. */
@ApplicationScoped
public class EventLoop {

    private final Vertx vertx;

    EventLoop(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs the work in the present context where that is fit for it, otherwise, as on a worker, in a new one. */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return VertxContext.isOnDuplicatedContext() && Context.isOnEventLoopThread()
                ? Uni.createFrom().deferred(work::get)
                : runInNewContext(work);
    }

    /** Runs the work in a context of its own, apart from whatever the caller is in the middle of. */
    public <T> Uni<T> runInNewContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored ->
                    Uni.createFrom().<T>deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
