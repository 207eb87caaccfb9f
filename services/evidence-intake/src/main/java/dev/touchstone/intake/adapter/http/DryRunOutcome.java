package dev.touchstone.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.intake.adapter.postgres.DeliveryOutcomes.Produced;
import dev.touchstone.intake.adapter.postgres.IncomingDelivery;
import dev.touchstone.intake.delivery.Delivery;
import dev.touchstone.intake.delivery.ExtractionDescription;
import dev.touchstone.intake.evidence.EvidenceDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What would come of a delivery.
 *
 * @param reason why nothing would
 * @param fetch what the system would be asked, as far as that can be told; null where nothing is fetched
 * @param before what came of it at that time; null for a payload that was never delivered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DryRunOutcome(
        UUID deliveryId,
        String state,
        String reason,
        String detail,
        List<Map<String, Object>> evidence,
        List<Map<String, Object>> people,
        List<FetchDescription> fetch,
        Before before) {

    /**
     * What came of it, and how that differs. Changes of people are not compared: what they were is not kept.
     *
     * @param differs whether state, reason or evidence would be another
     * @param added evidence that would come of it now, and did not
     * @param gone evidence that came of it, and would not now
     */
    public record Before(
            String state,
            String reason,
            boolean differs,
            List<Map<String, Object>> added,
            List<Map<String, Object>> gone) {}

    static DryRunOutcome of(IncomingDelivery now, List<FetchDescription> fetch) {
        return outcome(null, now, fetch, null);
    }

    static DryRunOutcome of(
            Delivery delivery, List<Produced> produced, IncomingDelivery now, List<FetchDescription> fetch) {
        List<Map<String, Object>> added = new ArrayList<>(now.extraction().evidence().stream()
                .map(EvidenceDraft::facts)
                .map(ExtractionDescription::facts)
                .toList());
        List<Map<String, Object>> gone = new ArrayList<>();
        for (Produced one : produced) {
            Map<String, Object> facts = ExtractionDescription.facts(one.facts());
            if (!added.remove(facts)) {
                gone.add(facts);
            }
        }
        boolean differs = !delivery.state().equals(now.state())
                || !java.util.Objects.equals(delivery.reason(), now.reason())
                || !added.isEmpty()
                || !gone.isEmpty();
        return outcome(
                delivery.id(),
                now,
                fetch,
                new Before(delivery.state().word(), delivery.reason(), differs, added, gone));
    }

    private static DryRunOutcome outcome(UUID id, IncomingDelivery now, List<FetchDescription> fetch, Before before) {
        return new DryRunOutcome(
                id,
                now.state().word(),
                now.reason(),
                now.detail(),
                now.extraction().evidence().stream()
                        .map(ExtractionDescription::evidence)
                        .toList(),
                now.extraction().people().stream()
                        .map(ExtractionDescription::person)
                        .toList(),
                fetch,
                before);
    }
}
