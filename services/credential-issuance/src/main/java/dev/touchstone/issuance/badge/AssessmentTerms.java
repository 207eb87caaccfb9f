package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.document.Facts;
import java.util.StringJoiner;

/**
 * What the European approach to micro-credentials (2022/C 243/02) wants to be told beyond the criteria: workload, form of
 * assessment and participation, supervision, quality assurance. Open Badges 3.0 has no terms of its own for them, and a
 * term of our own would be undefined to everybody else, so they are told in the criteria's narrative.
 */
final class AssessmentTerms {

    private AssessmentTerms() {}

    /** Empty, or the terms as further lines of the narrative. */
    static String of(Facts facts) {
        StringJoiner lines = new StringJoiner("\n", "\n\n", "");
        lines.setEmptyValue("");
        facts.number("workloadHours").ifPresent(hours -> lines.add("Workload: " + hours.toPlainString() + " hours"));
        facts.optionalInteger("eqfLevel")
                .ifPresent(level -> lines.add("European Qualifications Framework: level " + level));
        facts.optionalText("assessmentType").ifPresent(type -> lines.add("Assessment: " + type));
        facts.optionalText("participationForm").ifPresent(form -> lines.add("Participation: " + form));
        facts.optionalText("supervision").map(AssessmentTerms::supervision).ifPresent(lines::add);
        facts.optionalText("qualityAssurance").ifPresent(assurance -> lines.add("Quality assurance: " + assurance));
        return lines.toString();
    }

    private static String supervision(String code) {
        return switch (code) {
            case "unsupervised" -> "Supervision: none, identity not checked";
            case "unsupervised-identified" -> "Supervision: none, identity checked";
            case "supervised" -> "Supervision: supervised, identity not checked";
            case "supervised-identified" -> "Supervision: supervised, identity checked";
            default -> "Supervision: " + code;
        };
    }
}
