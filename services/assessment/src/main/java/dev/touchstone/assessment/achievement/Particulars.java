package dev.touchstone.assessment.achievement;

import java.util.List;

/**
 * What micro-credential standards ask to be said besides (Council Recommendation 2022/C 243/02, annex I). Everything
 * but the tags may be null.
 *
 * @param creditsAvailable ECTS
 * @param workloadHours notional
 * @param eqfLevel 1 to 8
 */
public record Particulars(
        List<String> tags,
        String fieldOfStudy,
        String humanCode,
        Double creditsAvailable,
        Double workloadHours,
        Integer eqfLevel,
        String assessmentType,
        String participationForm,
        String qualityAssurance,
        String supervision,
        String imageId) {

    public static final Particulars NONE =
            new Particulars(List.of(), null, null, null, null, null, null, null, null, null, null);

    public Particulars {
        tags = List.copyOf(tags);
    }
}
