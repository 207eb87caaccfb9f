package dev.touchstone.chassis.overload;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much is taken on at once. What is beyond it is refused with 429 rather than kept waiting: a queue that only grows
 * makes every sender give up and send again. Metrics: {@code touchstone_admission_taken}, {@code
 * touchstone_admission_refused_total}.
 */
@ApplicationScoped
public class Admission {

    private final int most;
    private final AtomicInteger taken;
    private final Counter refused;

    Admission(
            @ConfigProperty(name = "touchstone.admission.most", defaultValue = "128") int most, MeterRegistry meters) {
        this.most = most;
        this.taken = meters.gauge("touchstone.admission.taken", new AtomicInteger());
        this.refused = meters.counter("touchstone.admission.refused");
    }

    /**
     * Does the work, unless as much as may be is being done already.
     *
     * @throws ProblemException too many requests; nothing of the work was begun
     */
    public <T> Uni<T> take(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (taken.incrementAndGet() > most) {
                taken.decrementAndGet();
                return Uni.createFrom().failure(refusal());
            }
            return Uni.createFrom().deferred(work::get).onTermination().invoke((Runnable) taken::decrementAndGet);
        });
    }

    /** Whether work would be refused now. */
    boolean full() {
        return taken.get() >= most;
    }

    ProblemException refusal() {
        refused.increment();
        return ProblemException.of(
                ProblemType.TOO_MANY_REQUESTS,
                "More arrives than can be stored at once. Nothing of this request was taken; send it again.");
    }
}
