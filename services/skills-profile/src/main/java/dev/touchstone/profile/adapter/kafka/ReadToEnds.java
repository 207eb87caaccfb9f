package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.profile.rebuild.Rebuild;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Reads batch after batch to where the topics ended at the beginning. Only the broker's own silence counts against it:
 * the clock starts anew when a batch has been applied, however long that took.
 */
final class ReadToEnds {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final Consumer<String, byte[]> consumer;
    private final LongSupplier nanoTime;

    ReadToEnds(Consumer<String, byte[]> consumer, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.nanoTime = nanoTime;
    }

    /**
     * @param report told after each batch
     * @param goOn asked before each batch
     * @throws IllegalStateException when the broker gives nothing for a minute, or {@code goOn} says no
     */
    Rebuild.Progress run(
            BiFunction<ConsumerRecords<String, byte[]>, Rebuild.Progress, Rebuild.Progress> apply,
            java.util.function.Consumer<Rebuild.Progress> report,
            BooleanSupplier goOn) {
        TopicEnds ends = TopicEnds.of(consumer);
        Rebuild.Progress progress = new Rebuild.Progress(ends.total(), 0, 0);
        long heardAt = nanoTime.getAsLong();
        while (!ends.reachedBy(consumer)) {
            if (!goOn.getAsBoolean()) {
                throw new IllegalStateException("The service is stopping.");
            }
            ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
            if (!batch.isEmpty()) {
                progress = apply.apply(batch, progress);
                heardAt = nanoTime.getAsLong();
            } else if (nanoTime.getAsLong() - heardAt > LONGEST_SILENCE.toNanos()) {
                throw new IllegalStateException("The broker gave nothing to read for a minute.");
            }
            report.accept(progress);
        }
        return progress;
    }
}
