package dev.touchstone.chassis.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.json.Json;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes events beside the state they tell of, in the same transaction. The only way out of a service. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (id, tenant_id, topic, message_key, type, source, subject, occurred_at,
                                correlation_id, causation_id, traceparent, data)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as uuid), cast(?11 as varchar), ?12)""";

    private static final String INSERT_ALL = """
            insert into outbox (id, tenant_id, topic, message_key, type, source, subject, occurred_at,
                                correlation_id, causation_id, traceparent, data)
            select id, tenant_id, topic, message_key, type, cast(?2 as varchar), subject, occurred_at,
                   correlation_id, causation_id, traceparent, convert_to(data, 'UTF8')
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                 as event(position integer, id uuid, tenant_id varchar, topic varchar, message_key varchar, type varchar,
                          subject varchar, occurred_at timestamptz, correlation_id uuid, causation_id uuid,
                          traceparent varchar, data text)
            order by position""";

    private final String source;
    private final RelayWakeUp wakeUp;

    Outbox(@ConfigProperty(name = "quarkus.application.name") String service, RelayWakeUp wakeUp) {
        this.source = "/services/" + service;
        this.wakeUp = wakeUp;
    }

    /** Adds the event to the transaction of the session; answers with the event's id. */
    public Uni<UUID> add(Mutiny.Session session, OutgoingEvent event) {
        UUID id = Uuid7.next();
        boolean caused = event.cause() != null;
        return session.createNativeQuery(INSERT)
                .setParameter(1, id)
                .setParameter(2, event.tenant())
                .setParameter(3, event.topic())
                .setParameter(4, event.key())
                .setParameter(5, event.type())
                .setParameter(6, source)
                .setParameter(7, event.subject())
                .setParameter(8, OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
                .setParameter(9, caused ? event.cause().correlationId() : id)
                .setParameter(10, caused ? event.cause().id().toString() : null)
                .setParameter(11, traceparent(event))
                .setParameter(12, bytes(event.data()))
                .executeUpdate()
                .chain(() -> wakeUp.announce(session))
                .replaceWith(id);
    }

    /** Adds events in their order, however many, in one statement. */
    public Uni<Void> addAll(Mutiny.Session session, List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (events.size() == 1) {
            return add(session, events.get(0)).replaceWithVoid();
        }
        List<Map<String, Object>> rows = new ArrayList<>(events.size());
        for (OutgoingEvent event : events) {
            rows.add(row(rows.size(), event));
        }
        return session.createNativeQuery(INSERT_ALL)
                .setParameter(1, new String(bytes(rows), StandardCharsets.UTF_8))
                .setParameter(2, source)
                .executeUpdate()
                .chain(() -> wakeUp.announce(session));
    }

    private static Map<String, Object> row(int position, OutgoingEvent event) {
        UUID id = Uuid7.next();
        Map<String, Object> row = new HashMap<>();
        row.put("position", position);
        row.put("id", id);
        row.put("tenant_id", event.tenant());
        row.put("topic", event.topic());
        row.put("message_key", event.key());
        row.put("type", event.type());
        row.put("subject", event.subject());
        row.put("occurred_at", event.time());
        row.put("correlation_id", event.cause() == null ? id : event.cause().correlationId());
        row.put("causation_id", event.cause() == null ? null : event.cause().id());
        row.put("traceparent", traceparent(event));
        row.put("data", new String(bytes(event.data()), StandardCharsets.UTF_8));
        return row;
    }

    private static String traceparent(OutgoingEvent event) {
        return TraceContext.traceparent(
                Span.current().getSpanContext(),
                event.cause() == null ? null : event.cause().traceparent());
    }

    private static byte[] bytes(Object data) {
        try {
            return Json.TOLERANT.writeValueAsBytes(data);
        } catch (JsonProcessingException notARecord) {
            throw new IllegalArgumentException("event data cannot be written as JSON", notARecord);
        }
    }
}
