package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.event.EventLoop;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.people.Identity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Lets parked evidence go on once its person is known: because somebody gained an identity that it names, or because all
 * but one of several people lost theirs. Works in batches of {@value #BATCH}, each its own transaction,
 * so any amount may have piled up. Whatever a crash interrupts, {@link ParkedSweep} finds again.
 */
@ApplicationScoped
class ReleaseParked {

    private static final Logger LOG = Logger.getLogger(ReleaseParked.class);
    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String CANDIDATES = """
            select e.id, cast(e.document as text) from evidence e
            where e.tenant_id = ?1 and e.person_id is null and e.id > ?3 and exists (
                select 1 from parked_identity p
                where p.tenant_id = e.tenant_id and p.evidence_id = e.id
                  and p.identity_key = any(cast(cast(?2 as text) as uuid[])))
            order by e.id limit ?4 for update of e skip locked""";
    private static final String UPDATE = """
            update evidence e
            set person_id = row.person_id, parked_reason = row.parked_reason, document = coalesce(row.document, e.document)
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                 as row(id uuid, person_id uuid, parked_reason varchar, document jsonb)
            where e.tenant_id = ?1 and e.id = row.id""";

    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final Outbox outbox;
    private final EventLoop eventLoop;

    ReleaseParked(UnitOfWork unitOfWork, Identities identities, Outbox outbox, EventLoop eventLoop) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.outbox = outbox;
        this.eventLoop = eventLoop;
    }

    private record Parked(UUID id, String document) {}

    /**
     * Begins, and lets the caller go on: people were changed, whether or not evidence waits for them. In a context of its
     * own, because two transactions of one context share, and close, one session.
     */
    void begin(String tenant, Collection<Identity> moved) {
        if (moved.isEmpty()) {
            return;
        }
        List<UUID> keys = moved.stream().map(Sql::key).toList();
        eventLoop
                .runInNewContext(() -> release(tenant, keys))
                .subscribe()
                .with(
                        released -> {
                            if (released > 0) {
                                LOG.infof("event=evidence-released tenant=%s count=%d", tenant, released);
                            }
                        },
                        failure -> LOG.warnf("event=release-failed tenant=%s reason=\"%s\"", tenant, failure));
    }

    /** Everything that waits for one of these identities; answers with how much went on. */
    Uni<Integer> release(String tenant, Collection<UUID> identityKeys) {
        return releaseAfter(tenant, identityKeys, FIRST, 0);
    }

    private Uni<Integer> releaseAfter(String tenant, Collection<UUID> keys, UUID last, int before) {
        return unitOfWork
                .inTenant(
                        tenant,
                        session -> candidates(session, tenant, keys, last)
                                .chain(parked ->
                                        settle(session, tenant, parked).map(count -> new Batch(parked, count))))
                .chain(batch -> {
                    int released = before + batch.released();
                    return batch.parked().size() < BATCH
                            ? Uni.createFrom().item(released)
                            : releaseAfter(
                                    tenant, keys, batch.parked().get(BATCH - 1).id(), released);
                });
    }

    private record Batch(List<Parked> parked, int released) {}

    private static Uni<List<Parked>> candidates(
            Mutiny.Session session, String tenant, Collection<UUID> keys, UUID last) {
        return session.createNativeQuery(CANDIDATES, Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(keys))
                .setParameter(3, last)
                .setParameter(4, BATCH)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Parked((UUID) row[0], (String) row[1]))
                        .toList());
    }

    private Uni<Integer> settle(Mutiny.Session session, String tenant, List<Parked> parked) {
        if (parked.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<UUID> ids = parked.stream().map(Parked::id).toList();
        return subjects(session, tenant, ids).chain(subjects -> {
            Set<UUID> keys = new HashSet<>();
            subjects.values().forEach(keys::addAll);
            return identities
                    .ownersByKey(session, tenant, keys)
                    .chain(owners -> write(session, tenant, parked, subjects, owners));
        });
    }

    private static Uni<Map<UUID, Set<UUID>>> subjects(Mutiny.Session session, String tenant, List<UUID> ids) {
        return session.createNativeQuery("""
                        select evidence_id, identity_key from parked_identity
                        where tenant_id = ?1 and evidence_id = any(cast(cast(?2 as text) as uuid[]))""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(ids))
                .getResultList()
                .map(rows -> {
                    Map<UUID, Set<UUID>> subjects = new HashMap<>();
                    rows.forEach(row -> subjects.computeIfAbsent((UUID) row[0], id -> new HashSet<>())
                            .add((UUID) row[1]));
                    return subjects;
                });
    }

    private Uni<Integer> write(
            Mutiny.Session session,
            String tenant,
            List<Parked> parked,
            Map<UUID, Set<UUID>> subjects,
            Map<UUID, UUID> owners) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<EvidenceSubmitted> released = new ArrayList<>();
        for (Parked one : parked) {
            Set<UUID> people = new HashSet<>();
            subjects.getOrDefault(one.id(), Set.of()).stream()
                    .map(owners::get)
                    .filter(owner -> owner != null)
                    .forEach(people::add);
            if (people.size() == 1) {
                EvidenceSubmitted known = StoredEvidence.read(one.document())
                        .about(people.iterator().next());
                released.add(known);
                rows.add(Map.of(
                        "id", one.id(), "person_id", known.personId(), "document", Json.TOLERANT.valueToTree(known)));
            } else {
                String reason = people.isEmpty() ? RecordEvidence.UNKNOWN : RecordEvidence.AMBIGUOUS;
                rows.add(Map.of("id", one.id(), "parked_reason", reason));
            }
        }
        return update(session, tenant, rows)
                .chain(() -> forget(session, tenant, released))
                .chain(() -> outbox.addAll(
                        session,
                        released.stream()
                                .map(known -> RecordEvidence.event(tenant, known))
                                .toList()))
                .replaceWith(released.size());
    }

    private static Uni<Integer> update(Mutiny.Session session, String tenant, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return session.createNativeQuery(UPDATE)
                .setParameter(1, tenant)
                .setParameter(2, Sql.json(rows))
                .executeUpdate();
    }

    private static Uni<Integer> forget(Mutiny.Session session, String tenant, List<EvidenceSubmitted> released) {
        if (released.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return session.createNativeQuery("""
                        delete from parked_identity
                        where tenant_id = ?1 and evidence_id = any(cast(cast(?2 as text) as uuid[]))""")
                .setParameter(1, tenant)
                .setParameter(
                        2,
                        Sql.uuids(released.stream()
                                .map(EvidenceSubmitted::evidenceId)
                                .toList()))
                .executeUpdate();
    }
}
