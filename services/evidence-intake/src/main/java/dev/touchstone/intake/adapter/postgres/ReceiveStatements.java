package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.failure.Outages;
import dev.touchstone.chassis.overload.Admission;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.Groups.Limits;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.evidence.SenderAuthentication;
import dev.touchstone.intake.xapi.Statement;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes in statements, a request's all or none of them. Requests of one organisation that come at once are stored in one
 * transaction, because it is mostly transactions that cost. Decision 0023.
 */
@ApplicationScoped
public class ReceiveStatements {

    private static final Limits LIMITS = new Limits(100, 2, 4);

    private final Admission admission;
    private final StoreStatements store;
    private final Outages outages;
    /** By organisation, because a transaction is of one. */
    private final Map<String, Groups<StatementDelivery, Received>> groups = new ConcurrentHashMap<>();

    ReceiveStatements(Admission admission, StoreStatements store, Outages outages) {
        this.admission = admission;
        this.store = store;
        this.outages = outages;
    }

    /**
     * What a request brings.
     *
     * @param contents of attachments, by their digests
     */
    public record Delivered(
            List<Statement> statements, Map<String, byte[]> contents, SenderAuthentication authentication) {}

    /**
     * @param ids of the statements, in their order
     * @param stored how many were new
     */
    public record Received(List<UUID> ids, int stored) {}

    /** @throws ProblemException conflict, if an id is known with another content; too many requests */
    public Uni<Received> receive(Connection connection, Delivered delivered) {
        return admission.take(() -> groups.computeIfAbsent(connection.tenant(), this::group)
                .add(new StatementDelivery(connection, delivered, Span.current().getSpanContext())));
    }

    private Groups<StatementDelivery, Received> group(String tenant) {
        return new Groups<>(
                deliveries -> store.store(tenant, deliveries),
                delivery -> Math.max(1, delivery.delivered().statements().size()),
                outages::isOutage,
                LIMITS);
    }
}
