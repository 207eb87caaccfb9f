package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.evidence.Action;
import dev.touchstone.intake.evidence.Activity;
import dev.touchstone.intake.evidence.Basis;
import dev.touchstone.intake.evidence.EvidenceFacts;
import dev.touchstone.intake.evidence.EvidenceKind;
import dev.touchstone.intake.evidence.EvidenceState;
import dev.touchstone.intake.evidence.Result;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The evidence that deliveries produced, with what it says and without what people handed in. */
@ApplicationScoped
public class DeliveryOutcomes {

    private final UnitOfWork unitOfWork;

    DeliveryOutcomes(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * A piece of evidence of a delivery.
     *
     * @param parkedReason why its person is not known; null if known
     */
    public record Produced(UUID id, UUID deliveryId, EvidenceState state, String parkedReason, EvidenceFacts facts) {}

    /** By delivery, oldest first; a delivery that produced none is not there. */
    public Uni<Map<UUID, List<Produced>>> evidence(String tenant, Collection<UUID> deliveries) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                        select id, delivery_id, parked_reason, cast(document as text) from evidence
                        where tenant_id = ?1 and delivery_id = any(cast(cast(?2 as text) as uuid[]))
                        order by id limit 25000""", Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, Sql.uuids(deliveries))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(DeliveryOutcomes::produced)
                                .collect(Collectors.groupingBy(Produced::deliveryId))));
    }

    private static Produced produced(Object[] row) {
        String parkedReason = (String) row[2];
        return new Produced(
                (UUID) row[0],
                (UUID) row[1],
                parkedReason == null ? EvidenceState.SUBMITTED : EvidenceState.PARKED,
                parkedReason,
                facts(StoredEvidence.read((String) row[3])));
    }

    private static EvidenceFacts facts(EvidenceSubmitted document) {
        EvidenceSubmitted.ActivityData activity = document.activity();
        return new EvidenceFacts(
                EvidenceKind.WORDS.get(document.kind()),
                new Activity(activity.id(), listed(activity.alternateIds()), activity.type(), activity.name()),
                Action.WORDS.get(document.action()),
                Optional.ofNullable(document.result()).orElse(Result.NONE),
                document.occurredAt(),
                listed(document.tags()),
                Optional.ofNullable(document.basis()).map(Basis.WORDS::get).orElse(null),
                null);
    }

    private static List<String> listed(List<String> items) {
        return items == null ? List.of() : items;
    }
}
