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
import java.util.List;
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
            select id, tenant_id, topic, message_key, type, cast(?1 as varchar), subject, occurred_at,
                   correlation_id, causation_id, traceparent, convert_to(data, 'UTF8')
            from unnest(cast(cast(?2 as text) as uuid[]), cast(cast(?3 as text) as varchar[]),
                        cast(cast(?4 as text) as varchar[]), cast(cast(?5 as text) as varchar[]),
                        cast(cast(?6 as text) as varchar[]), cast(cast(?7 as text) as varchar[]),
                        cast(cast(?8 as text) as timestamptz[]), cast(cast(?9 as text) as uuid[]),
                        cast(cast(?10 as text) as uuid[]), cast(cast(?11 as text) as varchar[]),
                        cast(cast(?12 as text) as text[]))
                 with ordinality
                 as event(id, tenant_id, topic, message_key, type, subject, occurred_at, correlation_id, causation_id,
                          traceparent, data, position)
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
        List<Row> rows =
                events.stream().map(event -> new Row(Uuid7.next(), event)).toList();
        return session.createNativeQuery(INSERT_ALL)
                .setParameter(1, source)
                .setParameter(2, SqlArray.of(rows, Row::id))
                .setParameter(3, SqlArray.of(events, OutgoingEvent::tenant))
                .setParameter(4, SqlArray.of(events, OutgoingEvent::topic))
                .setParameter(5, SqlArray.of(events, OutgoingEvent::key))
                .setParameter(6, SqlArray.of(events, OutgoingEvent::type))
                .setParameter(7, SqlArray.of(events, OutgoingEvent::subject))
                .setParameter(8, SqlArray.of(events, OutgoingEvent::time))
                .setParameter(9, SqlArray.of(rows, Row::correlationId))
                .setParameter(10, SqlArray.of(rows, Row::causationId))
                .setParameter(11, SqlArray.of(events, Outbox::traceparent))
                .setParameter(12, SqlArray.of(events, event -> new String(bytes(event.data()), StandardCharsets.UTF_8)))
                .executeUpdate()
                .chain(() -> wakeUp.announce(session));
    }

    private record Row(UUID id, OutgoingEvent event) {

        UUID correlationId() {
            return event.cause() == null ? id : event.cause().correlationId();
        }

        UUID causationId() {
            return event.cause() == null ? null : event.cause().id();
        }
    }

    private static String traceparent(OutgoingEvent event) {
        return TraceContext.traceparent(
                event.trace() == null ? Span.current().getSpanContext() : event.trace(),
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
