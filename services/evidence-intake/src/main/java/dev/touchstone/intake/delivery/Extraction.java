package dev.touchstone.intake.delivery;

import dev.touchstone.intake.evidence.EvidenceDraft;
import dev.touchstone.intake.people.PersonUpdate;
import java.util.List;

/**
 * What a delivery means: evidence, changes of people, or nothing that this organisation asked for.
 *
 * @param ignored why nothing came of it, where the template says so; null otherwise, and where something did
 * @param toFetch whether the system has to be asked first
 */
public record Extraction(List<EvidenceDraft> evidence, List<PersonUpdate> people, Ignored ignored, boolean toFetch) {

    public static final Extraction NOTHING = new Extraction(List.of(), List.of());
    /** It cannot be told before the system was asked. */
    public static final Extraction TO_FETCH = new Extraction(List.of(), List.of(), null, true);

    public Extraction {
        evidence = List.copyOf(evidence);
        people = List.copyOf(people);
        ignored = evidence.isEmpty() && people.isEmpty() ? ignored : null;
    }

    public Extraction(List<EvidenceDraft> evidence, List<PersonUpdate> people) {
        this(evidence, people, null);
    }

    public Extraction(List<EvidenceDraft> evidence, List<PersonUpdate> people, Ignored ignored) {
        this(evidence, people, ignored, false);
    }

    public DeliveryState state() {
        if (toFetch) {
            return DeliveryState.FETCHING;
        }
        return evidence.isEmpty() && people.isEmpty() ? DeliveryState.IGNORED : DeliveryState.ACCEPTED;
    }
}
