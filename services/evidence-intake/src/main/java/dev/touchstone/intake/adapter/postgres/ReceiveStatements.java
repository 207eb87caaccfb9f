package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.overload.Admission;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.StatementClock.Moment;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.evidence.SenderAuthentication;
import dev.touchstone.intake.xapi.Statement;
import dev.touchstone.intake.xapi.query.ActivityDefinitions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores statements and makes evidence of them, the whole batch or nothing. A statement that is known already, by its id
 * or by its content, changes nothing; the same id with another content refuses the batch. Of a statement that is voided,
 * before or after it comes, no evidence remains.
 */
@ApplicationScoped
public class ReceiveStatements {

    private final Admission admission;
    private final UnitOfWork unitOfWork;
    private final StatementClock clock;
    private final RecordEvidence recordEvidence;
    private final RetractEvidence retractEvidence;
    private final String homePage;

    /** @param homePage of the accounts that connections have as authorities of statements */
    ReceiveStatements(
            Admission admission,
            UnitOfWork unitOfWork,
            StatementClock clock,
            RecordEvidence recordEvidence,
            RetractEvidence retractEvidence,
            @ConfigProperty(name = "touchstone.xapi.home-page", defaultValue = "http://localhost:8081/xapi")
                    String homePage) {
        this.admission = admission;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.recordEvidence = recordEvidence;
        this.retractEvidence = retractEvidence;
        this.homePage = homePage;
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
        return admission.take(() -> store(connection, delivered));
    }

    private Uni<Received> store(Connection connection, Delivered delivered) {
        boolean refers = delivered.statements().stream().anyMatch(statement -> statement.refersTo() != null);
        return unitOfWork.inTenant(
                connection.tenant(),
                session -> clock.begin(session, connection.tenant(), refers)
                        .chain(moment -> store(
                                session,
                                connection,
                                delivered,
                                StatementEntry.of(delivered.statements(), moment, authority(connection)),
                                moment)));
    }

    private Uni<Received> store(
            Mutiny.Session session,
            Connection connection,
            Delivered delivered,
            List<StatementEntry> entries,
            Moment moment) {
        String tenant = connection.tenant();
        return StatementRows.insert(session, connection, entries, moment).chain(stored -> {
            List<StatementEntry> fresh = entries.stream()
                    .filter(entry -> stored.containsKey(entry.id()))
                    .toList();
            return StatementRows.ids(session, tenant, entries, stored)
                    .call(() -> AttachmentContents.keep(session, tenant, delivered.contents()))
                    .call(() -> KnownActivities.learn(session, tenant, definitions(fresh)))
                    .call(() -> StatementReferences.follow(session, tenant, referring(fresh, stored))
                            .chain(voided -> retractEvidence
                                    .voided(session, tenant, voided, moment.stored())
                                    .chain(() ->
                                            recordEvidence.record(
                                                    session,
                                                    tenant,
                                                    fresh.stream()
                                                            .filter(entry -> !voided.contains(entry.id()))
                                                            .flatMap(entry -> entry
                                                                    .evidence(
                                                                            connection,
                                                                            moment,
                                                                            delivered.authentication())
                                                                    .stream())
                                                            .toList()))))
                    .map(ids -> new Received(ids, stored.size()));
        });
    }

    private static Map<String, Map<String, Object>> definitions(List<StatementEntry> fresh) {
        return ActivityDefinitions.of(
                fresh.stream().map(StatementEntry::recorded).toList());
    }

    private static List<UUID> referring(List<StatementEntry> fresh, Map<UUID, Boolean> referred) {
        return fresh.stream()
                .filter(entry -> entry.statement().refersTo() != null || referred.get(entry.id()))
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
