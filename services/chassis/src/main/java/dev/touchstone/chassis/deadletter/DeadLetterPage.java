package dev.touchstone.chassis.deadletter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Some of the dead letters.
 *
 * @param items oldest first; possibly fewer than were asked for although there are more
 * @param next cursor of the next page; absent on the last
 */
public record DeadLetterPage(List<DeadLetter> items, String next) {

    private record Candidate(Place place, DeadLetter letter) {}

    /** Fed with a topic from a place to its end; what it keeps is bounded, whatever lies on the topic. */
    static final class Builder {

        /** Beyond those that are shown, as later records may take some of them away. */
        private static final int SPARE = 1_000;

        private final String tenant;
        private final int most;
        private final List<Candidate> settled = new ArrayList<>();
        private final Map<String, Candidate> candidates = new LinkedHashMap<>();
        private Place last;
        private boolean overflowed;

        Builder(String tenant, int most) {
            this.tenant = tenant;
            this.most = most;
        }

        void take(ConsumerRecord<String, byte[]> stored) {
            candidates.remove(stored.key());
            if (stored.value() == null || overflowed) {
                return;
            }
            DeadLetter letter = DeadLetter.of(stored);
            if (tenant != null && !tenant.equals(letter.tenant())) {
                return;
            }
            if (candidates.size() == most + SPARE) {
                overflowed = true;
                return;
            }
            last = new Place(stored.partition(), stored.offset());
            candidates.put(stored.key(), new Candidate(last, letter));
        }

        /** A key has all its records in one partition, so what is left of this one is there. */
        void endOfPartition() {
            settled.addAll(candidates.values());
            candidates.clear();
        }

        boolean isFull() {
            return overflowed || settled.size() > most;
        }

        DeadLetterPage build() {
            List<Candidate> shown = settled.size() > most ? settled.subList(0, most) : settled;
            String next = null;
            if (settled.size() > most) {
                next = shown.get(most - 1).place().cursor();
            } else if (overflowed) {
                next = last.cursor();
            }
            return new DeadLetterPage(shown.stream().map(Candidate::letter).toList(), next);
        }
    }
}
