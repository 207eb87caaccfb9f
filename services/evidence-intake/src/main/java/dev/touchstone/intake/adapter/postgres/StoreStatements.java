package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.LearntActivities.Learnt;
import dev.touchstone.intake.adapter.postgres.ReceiveStatements.Received;
import dev.touchstone.intake.adapter.postgres.StatementClock.Moment;
import dev.touchstone.intake.adapter.postgres.StatementRows.Stored;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.evidence.Evidence;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores statements and makes evidence of them, all that is given or nothing, in one transaction. A statement that is
 * known already, by its id or by its content, changes nothing; the same id with another content refuses everything. Of a
 * statement that is voided, before or after it comes, no evidence remains.
 */
@ApplicationScoped
class StoreStatements {

    private final UnitOfWork unitOfWork;
    private final StatementClock clock;
    private final LearntActivities activities;
    private final RecordEvidence recordEvidence;
    private final RetractEvidence retractEvidence;
    private final String homePage;

    /** @param homePage of the accounts that connections have as authorities of statements */
    StoreStatements(
            UnitOfWork unitOfWork,
            StatementClock clock,
            LearntActivities activities,
            RecordEvidence recordEvidence,
            RetractEvidence retractEvidence,
            @ConfigProperty(name = "touchstone.xapi.home-page", defaultValue = "http://localhost:8081/xapi")
                    String homePage) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.activities = activities;
        this.recordEvidence = recordEvidence;
        this.retractEvidence = retractEvidence;
        this.homePage = homePage;
    }

    /**
     * @param deliveries of this organisation
     * @throws ProblemException conflict, if an id is known with another content
     */
    Uni<List<Received>> store(String tenant, List<StatementDelivery> deliveries) {
        boolean refers = deliveries.stream()
                .flatMap(delivery -> delivery.delivered().statements().stream())
                .anyMatch(statement -> statement.refersTo() != null);
        return unitOfWork
                .inTenantApart(
                        tenant,
                        session -> clock.begin(session, tenant, refers)
                                .chain(moment ->
                                        store(session, tenant, deliveries, entries(deliveries, moment), moment)))
                .map(outcome -> {
                    activities.remember(outcome.learnt());
                    return outcome.received();
                });
    }

    /** What is to be told and remembered once the transaction has committed. */
    private record Outcome(List<Received> received, Map<UUID, Learnt> learnt) {}

    private Uni<Outcome> store(
            Mutiny.Session session,
            String tenant,
            List<StatementDelivery> deliveries,
            List<StatementEntry> entries,
            Moment moment) {
        return StatementRows.insert(session, tenant, entries, moment).chain(stored -> {
            List<StatementEntry> fresh = entries.stream().filter(stored::isNew).toList();
            return StatementRows.ids(session, tenant, entries, stored)
                    .call(() -> AttachmentContents.keep(session, tenant, contents(deliveries)))
                    .call(() -> StatementReferences.follow(session, tenant, referring(fresh, stored))
                            .chain(voided -> retractEvidence
                                    .voided(session, tenant, voided, moment.stored())
                                    .chain(() -> record(session, tenant, fresh, voided, moment))))
                    .chain(ids -> activities
                            .learn(session, tenant, fresh)
                            .map(learnt -> new Outcome(received(deliveries, entries, stored, ids), learnt)));
        });
    }

    private Uni<List<Evidence>> record(
            Mutiny.Session session, String tenant, List<StatementEntry> fresh, Set<UUID> voided, Moment moment) {
        List<Evidence> evidence = new ArrayList<>();
        Map<UUID, SpanContext> traces = new HashMap<>();
        fresh.stream()
                .filter(entry -> !voided.contains(entry.id()))
                .forEach(entry -> entry.evidence(moment).ifPresent(one -> {
                    evidence.add(one);
                    traces.put(one.id(), entry.delivery().trace());
                }));
        return recordEvidence.record(session, tenant, evidence, traces);
    }

    private List<StatementEntry> entries(List<StatementDelivery> deliveries, Moment moment) {
        List<StatementEntry> entries = new ArrayList<>();
        Map<UUID, Map<String, Object>> authorities = new HashMap<>();
        for (StatementDelivery delivery : deliveries) {
            Map<String, Object> authority =
                    authorities.computeIfAbsent(delivery.connection().id(), id -> authority(delivery.connection()));
            delivery.delivered()
                    .statements()
                    .forEach(statement ->
                            entries.add(StatementEntry.of(delivery, statement, moment, entries.size(), authority)));
        }
        return entries;
    }

    private static List<Received> received(
            List<StatementDelivery> deliveries, List<StatementEntry> entries, Stored stored, List<UUID> ids) {
        List<Received> received = new ArrayList<>();
        int first = 0;
        for (StatementDelivery delivery : deliveries) {
            int end = first + delivery.delivered().statements().size();
            int fresh = (int)
                    entries.subList(first, end).stream().filter(stored::isNew).count();
            received.add(new Received(ids.subList(first, end), fresh));
            first = end;
        }
        return received;
    }

    private static Map<String, byte[]> contents(List<StatementDelivery> deliveries) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        deliveries.forEach(delivery -> contents.putAll(delivery.delivered().contents()));
        return contents;
    }

    private static List<UUID> referring(List<StatementEntry> fresh, Stored stored) {
        return fresh.stream()
                .filter(entry -> entry.statement().refersTo() != null || stored.isReferredTo(entry))
                .map(StatementEntry::id)
                .toList();
    }

    private Map<String, Object> authority(Connection connection) {
        return Map.of(
                "objectType",
                "Agent",
                "name",
                connection.name(),
                "account",
                Map.of("homePage", homePage, "name", connection.id().toString()));
    }
}
