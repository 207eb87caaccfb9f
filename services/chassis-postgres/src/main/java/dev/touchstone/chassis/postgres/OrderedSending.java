package dev.touchstone.chassis.postgres;

import dev.touchstone.chassis.event.EventCodec;
import dev.touchstone.chassis.postgres.OutboxRow.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Sends rows so that no failure can change the order within a key: a row goes to the producer only after the broker has
 * the one before it. What was handed over cannot be taken back, so rows of one key are never under way together; rows of
 * different keys are, all at once. It ends at the first sign that the broker is away, instead of waiting for each row.
 */
final class OrderedSending {

    private final Producer<String, byte[]> producer;
    private final List<OutboxRow> acknowledged = new ArrayList<>();
    private boolean brokerAway;

    OrderedSending(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    private record UnderWay(OutboxRow row, Future<RecordMetadata> answer) {}

    /** Those of the rows that the broker has now; in each key the first ones, without a gap. */
    List<OutboxRow> send(List<OutboxRow> rows) throws InterruptedException {
        Map<Lane, Queue<OutboxRow>> waiting = new LinkedHashMap<>();
        Map<String, Boolean> reachable = new HashMap<>();
        for (OutboxRow row : rows) {
            if (reachable.computeIfAbsent(row.topic(), this::isReachable)) {
                waiting.computeIfAbsent(row.lane(), lane -> new ArrayDeque<>()).add(row);
            }
        }
        while (!waiting.isEmpty() && !brokerAway) {
            settle(handOver(waiting), waiting);
        }
        return acknowledged;
    }

    /** Asked once a topic: otherwise each row would wait for the broker by itself, one after the other. */
    private boolean isReachable(String topic) {
        try {
            return !producer.partitionsFor(topic).isEmpty();
        } catch (ApiException away) {
            return false;
        }
    }

    private List<UnderWay> handOver(Map<Lane, Queue<OutboxRow>> waiting) throws InterruptedException {
        List<UnderWay> underWay = new ArrayList<>(waiting.size());
        Iterator<Queue<OutboxRow>> lanes = waiting.values().iterator();
        while (lanes.hasNext() && !brokerAway) {
            Queue<OutboxRow> lane = lanes.next();
            OutboxRow row = lane.remove();
            Future<RecordMetadata> answer = producer.send(EventCodec.encode(row.topic(), row.event()));
            if (!answer.isDone() || isAcknowledged(answer)) {
                underWay.add(new UnderWay(row, answer));
            } else {
                lanes.remove();
            }
        }
        return underWay;
    }

    private void settle(List<UnderWay> underWay, Map<Lane, Queue<OutboxRow>> waiting) throws InterruptedException {
        for (UnderWay sent : underWay) {
            Lane lane = sent.row().lane();
            if (!isAcknowledged(sent.answer())) {
                waiting.remove(lane);
                continue;
            }
            acknowledged.add(sent.row());
            if (waiting.get(lane).isEmpty()) {
                waiting.remove(lane);
            }
        }
    }

    private boolean isAcknowledged(Future<RecordMetadata> answer) throws InterruptedException {
        try {
            answer.get();
            return true;
        } catch (ExecutionException refused) {
            brokerAway |= refused.getCause() instanceof RetriableException;
            return false;
        }
    }
}
