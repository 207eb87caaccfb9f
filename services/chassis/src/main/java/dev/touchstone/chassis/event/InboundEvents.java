package dev.touchstone.chassis.event;

import dev.touchstone.chassis.deadletter.DeadLetterTopic;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.Failures;
import dev.touchstone.chassis.failure.PermanentFailure;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes every record of every channel of a service to its handler. It completes only when the effect is durable or the
 * record lies with the dead letters, so an offset committed after it loses nothing. Nothing but a permanent failure
 * leaves the partition: a store that is away is waited for, with growing pauses from {@value #FIRST_PAUSE_MILLIS} ms to
 * {@value #LONGEST_PAUSE_MILLIS} ms, each try in a new transaction. At shutdown the waiting simply ends, without a commit.
 */
@ApplicationScoped
public class InboundEvents {

    private static final Logger LOG = Logger.getLogger(InboundEvents.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final int TRIES_FOR_DEFECTS = 5;

    private final Map<String, EventHandler> handlers;
    private final DeadLetterTopic deadLetters;
    private final EventMetrics metrics;

    InboundEvents(@All List<EventHandler> handlers, DeadLetterTopic deadLetters, EventMetrics metrics) {
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::type, Function.identity()));
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Types this service handles. */
    public java.util.Set<String> types() {
        return handlers.keySet();
    }

    /** Completes when the record is dealt with for good. */
    public Uni<Void> process(ConsumerRecord<String, byte[]> record) {
        AtomicInteger tries = new AtomicInteger();
        return Uni.createFrom()
                .deferred(() -> handleOnce(record))
                .onFailure(failure -> !isPermanent(failure, tries.incrementAndGet()))
                .retry()
                .when(failures ->
                        failures.onItem().transformToUniAndConcatenate(failure -> pause(record, failure, tries)))
                .onFailure()
                .recoverWithUni(failure -> bury(record, failure, tries.get()));
    }

    /** One try, without retry and without dead letter: what a replay does. */
    public Uni<Void> handleOnce(ConsumerRecord<String, byte[]> record) {
        Event event = EventCodec.decode(record);
        EventHandler handler = handlers.get(event.type());
        if (handler == null) {
            metrics.ignored(event.type());
            return Uni.createFrom().voidItem();
        }
        return handler.handle(event).invoke(() -> metrics.handled(event));
    }

    private static boolean isPermanent(Throwable failure, int tries) {
        return failure instanceof PermanentFailure || (Failures.isDefect(failure) && tries >= TRIES_FOR_DEFECTS);
    }

    private Uni<Long> pause(ConsumerRecord<String, byte[]> record, Throwable failure, AtomicInteger tries) {
        long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(10, tries.get() - 1));
        metrics.retried(record.topic());
        LOG.warnf(
                "event=retry topic=%s partition=%d offset=%d try=%d pauseMillis=%d reason=\"%s\"",
                record.topic(), record.partition(), record.offset(), tries.get(), millis, failure);
        return ContextTimer.after(Duration.ofMillis(millis));
    }

    private Uni<Void> bury(ConsumerRecord<String, byte[]> record, Throwable failure, int tries) {
        PermanentFailure reason = failure instanceof PermanentFailure permanent
                ? permanent
                : new PermanentFailure(FailureCode.DEFECT, failure.toString(), failure);
        if (reason.code() == FailureCode.DEFECT) {
            LOG.errorf(failure, "event=defect topic=%s offset=%d", record.topic(), record.offset());
        }
        LOG.warnf(
                "event=dead-letter topic=%s partition=%d offset=%d code=%s detail=\"%s\"",
                record.topic(), record.partition(), record.offset(), reason.code(), reason.getMessage());
        return deadLetters.put(record, reason, tries).invoke(() -> metrics.deadLettered(record.topic(), reason.code()));
    }

    /** For the readers of several records at once, such as a rebuild: in order, one after the other. */
    public Uni<Void> processAll(List<ConsumerRecord<String, byte[]>> records) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(this::process)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
