package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.evidence.Content;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.IdentityMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                 as row(id uuid, person_id uuid, parked_reason varchar, received_at timestamptz, document jsonb,
                        delivery_id uuid, submitter_login varchar, title varchar, body varchar, link varchar)""";
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
        if (evidence.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<Identity> named = new HashSet<>();
        evidence.stream().filter(one -> one.personId() == null).forEach(one -> named.addAll(one.subject()));
        return owners(session, tenant, evidence, named).chain(owners -> {
            List<Evidence> standing =
                    evidence.stream().map(one -> assigned(one, owners)).toList();
            return write(session, tenant, standing, owners).replaceWith(standing);
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
        List<Map<String, Object>> rows =
                evidence.stream().map(one -> row(one, owners)).toList();
        List<Map<String, Object>> parked = evidence.stream()
                .filter(one -> one.personId() == null)
                .flatMap(one -> one.subject().stream().map(identity -> parkedRow(one.id(), identity)))
                .toList();
        return insert(session, INSERT, tenant, rows)
                .chain(() -> insert(session, INSERT_PARKED, tenant, parked))
                .chain(() -> outbox.addAll(
                        session,
                        evidence.stream()
                                .filter(one -> one.personId() != null)
                                .map(one -> event(tenant, EvidenceSubmitted.of(one)))
                                .toList()));
    }

    private static Uni<Void> insert(
            Mutiny.Session session, String statement, String tenant, Collection<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(statement)
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

    private static Map<String, Object> row(Evidence evidence, Map<Identity, UUID> owners) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", evidence.id());
        row.put("person_id", evidence.personId());
        row.put("parked_reason", evidence.personId() == null ? parkedReason(evidence, owners) : null);
        row.put("received_at", evidence.receivedAt());
        row.put("document", Json.TOLERANT.valueToTree(EvidenceSubmitted.of(evidence)));
        row.put("delivery_id", evidence.provenance().deliveryId());
        row.put(
                "submitter_login",
                evidence.submitter() == null ? null : evidence.submitter().login());
        Content content = evidence.content();
        if (content != null) {
            row.put("title", content.title());
            row.put("body", content.text());
            row.put("link", content.link());
        }
        return row;
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
