package dev.touchstone.chassis.event;

import dev.touchstone.chassis.deadletter.DeadLetterTopic;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.Failures;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.id.Uuid7;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes every record of every channel of a service to its handler. It completes only when the effect is durable or the
 * record lies with the dead letters, so an offset committed after it loses nothing. Nothing but a permanent failure, or
 * the same defect again and again, leaves the partition: a store that is away is waited for, with growing pauses from {@value #FIRST_PAUSE_MILLIS} ms to
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
    private final Failures failures;

    InboundEvents(
            @All List<EventHandler> handlers, DeadLetterTopic deadLetters, EventMetrics metrics, Failures failures) {
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::type, Function.identity()));
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.failures = failures;
    }

    /** Types this service handles. */
    public java.util.Set<String> types() {
        return handlers.keySet();
    }

    /** Completes when the record is dealt with for good. */
    public Uni<Void> process(ConsumerRecord<String, byte[]> record) {
        Tries tries = new Tries(failures, TRIES_FOR_DEFECTS);
        return Uni.createFrom()
                .deferred(() -> handleOnce(record))
                .onFailure(failure -> !tries.isOver(failure))
                .retry()
                .when(failed -> failed.onItem().transformToUniAndConcatenate(failure -> pause(record, failure, tries)))
                .onFailure()
                .recoverWithUni(failure -> bury(record, failure, tries));
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

    private Uni<Long> pause(ConsumerRecord<String, byte[]> record, Throwable failure, Tries tries) {
        long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(10, tries.count() - 1));
        metrics.retried(record.topic());
        LOG.warnf(
                "event=retry topic=%s partition=%d offset=%d try=%d pauseMillis=%d reason=\"%s\"",
                record.topic(), record.partition(), record.offset(), tries.count(), millis, failure);
        return ContextTimer.after(Duration.ofMillis(millis));
    }

    private Uni<Void> bury(ConsumerRecord<String, byte[]> record, Throwable failure, Tries tries) {
        PermanentFailure reason = failures.permanent(failure).orElseGet(() -> defect(record, failure));
        LOG.warnf(
                "event=dead-letter topic=%s partition=%d offset=%d code=%s detail=\"%s\"",
                record.topic(), record.partition(), record.offset(), reason.code(), reason.getMessage());
        return deadLetters
                .put(record, reason, tries.count())
                .invoke(() -> metrics.deadLettered(record.topic(), reason.code()));
    }

    /** Other people's words are for the log; whoever reads dead letters finds them there by the occurrence. */
    private static PermanentFailure defect(ConsumerRecord<String, byte[]> record, Throwable failure) {
        String occurrence = Uuid7.next().toString();
        LOG.errorf(
                failure,
                "event=defect topic=%s partition=%d offset=%d occurrence=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                occurrence);
        return new PermanentFailure(
                FailureCode.DEFECT,
                "The service failed on it again and again; occurrence " + occurrence + ".",
                failure);
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
