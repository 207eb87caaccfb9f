package dev.touchstone.intake.delivery;

import dev.touchstone.intake.evidence.EvidenceDraft;
import dev.touchstone.intake.people.PersonUpdate;
import java.util.List;

/**
 * What a delivery means: evidence, changes of people, or nothing that this organisation asked for.
 *
 * @param ignored why nothing came of it, where the template says so; null otherwise, and where something did
 */
public record Extraction(List<EvidenceDraft> evidence, List<PersonUpdate> people, Ignored ignored) {

    public static final Extraction NOTHING = new Extraction(List.of(), List.of());

    public Extraction {
        evidence = List.copyOf(evidence);
        people = List.copyOf(people);
        ignored = evidence.isEmpty() && people.isEmpty() ? ignored : null;
    }

    public Extraction(List<EvidenceDraft> evidence, List<PersonUpdate> people) {
        this(evidence, people, null);
    }

    public DeliveryState state() {
        return evidence.isEmpty() && people.isEmpty() ? DeliveryState.IGNORED : DeliveryState.ACCEPTED;
    }
}
