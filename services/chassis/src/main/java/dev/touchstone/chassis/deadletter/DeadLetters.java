package dev.touchstone.chassis.deadletter;

import dev.touchstone.chassis.event.EventLoop;
import dev.touchstone.chassis.event.InboundEvents;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Lists and replays what a service could not process. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final DeadLetterTopic topic;
    private final DeadLetterReader reader;
    private final InboundEvents inbound;
    private final EventLoop eventLoop;

    DeadLetters(DeadLetterTopic topic, DeadLetterReader reader, InboundEvents inbound, EventLoop eventLoop) {
        this.topic = topic;
        this.reader = reader;
        this.inbound = inbound;
        this.eventLoop = eventLoop;
    }

    /**
     * Oldest first.
     *
     * @param tenant null for every organisation, which only the operator may ask for
     * @param cursor null for the first page
     */
    public Uni<DeadLetterPage> list(String tenant, String cursor, int most) {
        return reader.page(tenant, Place.of(cursor), most);
    }

    /**
     * Processes the event once more, by the same handler. It leaves the dead letters only when that succeeds; handlers
     * are idempotent, so replaying twice is harmless.
     *
     * @throws ProblemException not found; conflict, with the reason, when it fails again; unavailable, when the broker
     *     is away
     */
    public Uni<Void> replay(String tenant, String id) {
        return reader.find(id)
                .map(found -> found.filter(stored -> tenant == null
                                || tenant.equals(DeadLetter.of(stored).tenant()))
                        .orElseThrow(() -> ProblemException.notFound("dead letter")))
                .chain(stored -> eventLoop.runInNewContext(() -> handle(stored)))
                .chain(() -> topic.remove(id))
                .invoke(() -> LOG.infof("event=dead-letter-replayed id=%s", id));
    }

    private Uni<Void> handle(ConsumerRecord<String, byte[]> stored) {
        return Uni.createFrom()
                .deferred(() -> inbound.handleOnce(DeadLetter.original(stored)))
                .onFailure()
                .transform(failure -> ProblemException.conflict(
                        "The event failed again: " + reason(failure) + ". It stays among the dead letters."));
    }

    /** Our own words are for the reader; those of other people's exceptions are for the log. */
    private static String reason(Throwable failure) {
        if (failure instanceof PermanentFailure permanent) {
            return permanent.getMessage();
        }
        LOG.warnf(failure, "event=dead-letter-replay-failed");
        return "something it needs does not work at the moment";
    }
}
