package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.IdentityKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Evidence that waits for its person, newest first. */
@ApplicationScoped
public class ParkedEvidence {

    private final UnitOfWork unitOfWork;

    ParkedEvidence(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * What waits, and for whom.
     *
     * @param identities what it says of its person: the administrator has to find out who that is
     */
    public record Waiting(UUID id, String reason, List<Identity> identities, EvidenceSubmitted document) {}

    public Uni<List<Waiting>> page(String tenant, UUID before, int most) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                        select id, parked_reason, cast(document as text) from evidence
                        where tenant_id = ?1 and person_id is null and retraction is null and id < ?2
                        order by id desc limit ?3""", Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, before)
                        .setParameter(3, most)
                        .getResultList()
                        .chain(rows -> identities(
                                        session,
                                        tenant,
                                        rows.stream().map(row -> (UUID) row[0]).toList())
                                .map(identities -> rows.stream()
                                        .map(row -> new Waiting(
                                                (UUID) row[0],
                                                (String) row[1],
                                                identities.getOrDefault((UUID) row[0], List.of()),
                                                StoredEvidence.read((String) row[2])))
                                        .toList())));
    }

    private static Uni<Map<UUID, List<Identity>>> identities(Mutiny.Session session, String tenant, List<UUID> ids) {
        return session.createNativeQuery("""
                        select evidence_id, kind, value from parked_identity
                        where tenant_id = ?1 and evidence_id = any(cast(cast(?2 as text) as uuid[]))
                        order by kind, value""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(ids))
                .getResultList()
                .map(rows -> {
                    Map<UUID, List<Identity>> identities = new HashMap<>();
                    rows.forEach(row -> identities
                            .computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                            .add(new Identity(IdentityKind.of((String) row[1]), (String) row[2])));
                    return identities;
                });
    }
}
