package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.Connections.Stored;
import dev.touchstone.intake.adapter.postgres.DeliveryOutcomes;
import dev.touchstone.intake.adapter.postgres.DeliveryOutcomes.Produced;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries.Raw;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.PayloadTemplates;
import dev.touchstone.intake.document.InvalidDocument;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Tries a template on what was delivered. Nothing is stored, nothing is changed, nobody is told. */
@ApplicationScoped
class DryRuns {

    private final StoredDeliveries deliveries;
    private final DeliveryOutcomes outcomes;
    private final ConnectionRequests requests;
    private final Payloads payloads;
    private final FetchDescriptions fetches;
    private final Workers workers;

    DryRuns(
            StoredDeliveries deliveries,
            DeliveryOutcomes outcomes,
            ConnectionRequests requests,
            Payloads payloads,
            PayloadTemplates templates,
            Workers workers) {
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.requests = requests;
        this.payloads = payloads;
        this.fetches = new FetchDescriptions(templates);
        this.workers = workers;
    }

    Uni<List<DryRunOutcome>> run(Stored stored, DryRunRequest request) {
        if (stored.connection().settings().template() == null) {
            throw ProblemException.conflict("What this connection delivers is read without a template.");
        }
        if (request.given() > 1) {
            throw Problems.of(new InvalidDocument("", "must have one of deliveries, latest and payload"));
        }
        Connection connection =
                request.template() == null ? stored.connection() : requests.withTemplate(stored, request.template());
        Instant now = Instant.now();
        if (request.payload() != null) {
            return workers.run(() -> ofPayload(connection, request, now)).map(List::of);
        }
        return found(connection, request)
                .chain(raws -> outcomes.evidence(
                                connection.tenant(),
                                raws.stream().map(raw -> raw.delivery().id()).toList())
                        .chain(produced -> each(connection, raws, produced, now)));
    }

    private Uni<List<Raw>> found(Connection connection, DryRunRequest request) {
        if (request.deliveries() == null) {
            return deliveries.latest(connection.tenant(), connection.id(), request.most());
        }
        List<UUID> ids = request.deliveries().stream()
                .map(id -> Problems.id(id, "delivery"))
                .distinct()
                .toList();
        return deliveries.these(connection.tenant(), connection.id(), ids).invoke(raws -> {
            if (raws.size() != ids.size()) {
                throw ProblemException.notFound("delivery");
            }
        });
    }

    /** One after the other: each may take its whole time, and others want to work too. */
    private Uni<List<DryRunOutcome>> each(
            Connection connection, List<Raw> raws, Map<UUID, List<Produced>> produced, Instant now) {
        return Multi.createFrom()
                .iterable(raws)
                .onItem()
                .transformToUniAndConcatenate(raw -> workers.run(() -> DryRunOutcome.of(
                        raw.delivery(),
                        produced.getOrDefault(raw.delivery().id(), List.of()),
                        payloads.again(connection, raw.delivery().id(), raw.headers(), raw.body(), raw.fetched(), now),
                        fetches.of(connection, raw.headers(), raw.body(), raw.fetched()))))
                .collect()
                .asList();
    }

    private DryRunOutcome ofPayload(Connection connection, DryRunRequest request, Instant now) {
        Map<String, String> headers = lowered(request.headers());
        return DryRunOutcome.of(
                payloads.read(
                        connection,
                        new UUID(0, 0),
                        "",
                        headers,
                        new byte[0],
                        request.payload(),
                        request.fetched(),
                        now),
                fetches.of(connection, headers, request.payload(), request.fetched()));
    }

    private static Map<String, String> lowered(Map<String, String> headers) {
        Map<String, String> lowered = new HashMap<>();
        if (headers != null) {
            headers.forEach((name, value) -> lowered.put(name.toLowerCase(Locale.ROOT), value));
        }
        return lowered;
    }
}
