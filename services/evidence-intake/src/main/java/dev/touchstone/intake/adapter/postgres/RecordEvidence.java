package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.chassis.postgres.SqlArray;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.evidence.Content;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.IdentityMatch;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes evidence within the caller's transaction: what is about somebody known is told to the others, the rest is
 * parked. A batch takes as many round trips as a single one.
 */
@ApplicationScoped
class RecordEvidence {

    static final String UNKNOWN = "person-unknown";
    static final String AMBIGUOUS = "person-ambiguous";

    private static final String INSERT = """
            insert into evidence (id, tenant_id, person_id, parked_reason, received_at, document, delivery_id,
                                  submitter_login, title, body, link)
            select id, cast(?1 as varchar), person_id, parked_reason, received_at, document, delivery_id,
                   submitter_login, title, body, link
            from unnest(cast(cast(?2 as text) as uuid[]), cast(cast(?3 as text) as uuid[]),
                        cast(cast(?4 as text) as varchar[]), cast(cast(?5 as text) as timestamptz[]),
                        cast(cast(?6 as text) as jsonb[]), cast(cast(?7 as text) as uuid[]),
                        cast(cast(?8 as text) as varchar[]), cast(cast(?9 as text) as varchar[]),
                        cast(cast(?10 as text) as varchar[]), cast(cast(?11 as text) as varchar[]))
                 as row(id, person_id, parked_reason, received_at, document, delivery_id, submitter_login, title, body,
                        link)""";
    private static final String INSERT_PARKED = """
            insert into parked_identity (tenant_id, identity_key, evidence_id, kind, value)
            select cast(?1 as varchar), identity_key, evidence_id, kind, value
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                 as row(identity_key uuid, evidence_id uuid, kind varchar, value varchar)""";

    private final Identities identities;
    private final PeopleLock lock;
    private final Outbox outbox;

    RecordEvidence(Identities identities, PeopleLock lock, Outbox outbox) {
        this.identities = identities;
        this.lock = lock;
        this.outbox = outbox;
    }

    /** Answers with the evidence as it now stands, in its order. */
    Uni<List<Evidence>> record(Mutiny.Session session, String tenant, List<Evidence> evidence) {
        return record(session, tenant, evidence, Map.of());
    }

    /** @param traces that evidence belongs to, by its ids; what is not there belongs to the work at hand */
    Uni<List<Evidence>> record(
            Mutiny.Session session, String tenant, List<Evidence> evidence, Map<UUID, SpanContext> traces) {
        if (evidence.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<Identity> named = new HashSet<>();
        evidence.stream().filter(one -> one.personId() == null).forEach(one -> named.addAll(one.subject()));
        return owners(session, tenant, evidence, named).chain(owners -> {
            List<Evidence> standing =
                    evidence.stream().map(one -> assigned(one, owners)).toList();
            return write(session, tenant, standing, owners)
                    .chain(() -> outbox.addAll(session, events(tenant, standing, traces)))
                    .replaceWith(standing);
        });
    }

    /** What is about to be parked is looked up again under the lock that changes of people hold. */
    private Uni<Map<Identity, UUID>> owners(
            Mutiny.Session session, String tenant, List<Evidence> evidence, Set<Identity> named) {
        return identities.owners(session, tenant, named).chain(owners -> {
            boolean allKnown =
                    evidence.stream().allMatch(one -> assigned(one, owners).personId() != null);
            return allKnown
                    ? Uni.createFrom().item(owners)
                    : lock.shared(session, tenant).chain(() -> identities.owners(session, tenant, named));
        });
    }

    private static Evidence assigned(Evidence evidence, Map<Identity, UUID> owners) {
        return evidence.personId() != null
                ? evidence
                : IdentityMatch.of(evidence.subject(), owners)
                        .person()
                        .map(evidence::about)
                        .orElse(evidence);
    }

    private Uni<Void> write(
            Mutiny.Session session, String tenant, List<Evidence> evidence, Map<Identity, UUID> owners) {
        List<Map<String, Object>> parked = evidence.stream()
                .filter(one -> one.personId() == null)
                .flatMap(one -> one.subject().stream().map(identity -> parkedRow(one.id(), identity)))
                .toList();
        return insert(session, tenant, evidence, owners).chain(() -> park(session, tenant, parked));
    }

    private static List<OutgoingEvent> events(String tenant, List<Evidence> evidence, Map<UUID, SpanContext> traces) {
        return evidence.stream()
                .filter(one -> one.personId() != null)
                .map(one -> event(tenant, EvidenceSubmitted.of(one)).inTrace(traces.get(one.id())))
                .toList();
    }

    private static Uni<Void> park(Mutiny.Session session, String tenant, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(INSERT_PARKED)
                .setParameter(1, tenant)
                .setParameter(2, Sql.json(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    static OutgoingEvent event(String tenant, EvidenceSubmitted data) {
        return new OutgoingEvent(
                EvidenceSubmitted.TOPIC,
                tenant + ":" + data.personId(),
                EvidenceSubmitted.TYPE,
                data.personId().toString(),
                data.receivedAt(),
                tenant,
                data,
                null);
    }

    private static Uni<Void> insert(
            Mutiny.Session session, String tenant, List<Evidence> evidence, Map<Identity, UUID> owners) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, tenant)
                .setParameter(2, SqlArray.of(evidence, Evidence::id))
                .setParameter(3, SqlArray.of(evidence, Evidence::personId))
                .setParameter(
                        4, SqlArray.of(evidence, one -> one.personId() == null ? parkedReason(one, owners) : null))
                .setParameter(5, SqlArray.of(evidence, Evidence::receivedAt))
                .setParameter(6, SqlArray.of(evidence, one -> Sql.json(EvidenceSubmitted.of(one))))
                .setParameter(7, SqlArray.of(evidence, one -> one.provenance().deliveryId()))
                .setParameter(
                        8,
                        SqlArray.of(
                                evidence,
                                one -> one.submitter() == null
                                        ? null
                                        : one.submitter().login()))
                .setParameter(9, SqlArray.of(evidence, one -> content(one, Content::title)))
                .setParameter(10, SqlArray.of(evidence, one -> content(one, Content::text)))
                .setParameter(11, SqlArray.of(evidence, one -> content(one, Content::link)))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String content(Evidence evidence, Function<Content, String> part) {
        return evidence.content() == null ? null : part.apply(evidence.content());
    }

    private static String parkedReason(Evidence evidence, Map<Identity, UUID> owners) {
        return IdentityMatch.of(evidence.subject(), owners) instanceof IdentityMatch.Ambiguous ? AMBIGUOUS : UNKNOWN;
    }

    private static Map<String, Object> parkedRow(UUID evidenceId, Identity identity) {
        return Map.of(
                "identity_key", Sql.key(identity),
                "evidence_id", evidenceId,
                "kind", identity.kind().word(),
                "value", identity.value());
    }
}
