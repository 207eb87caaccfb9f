package dev.touchstone.issuance.lint;

import dev.touchstone.issuance.document.Node;
import java.util.Set;

/** Words from closed lists of Open Badges 3.0, extensible by {@code ext:} where the specification says so. */
final class VocabularyRules implements Rule {

    private static final Set<String> ACHIEVEMENT_TYPES = Set.of(
            "Achievement",
            "ApprenticeshipCertificate",
            "Assessment",
            "Assignment",
            "AssociateDegree",
            "Award",
            "BachelorDegree",
            "Badge",
            "Certificate",
            "CertificateOfCompletion",
            "Certification",
            "CommunityService",
            "Competency",
            "Course",
            "CoCurricular",
            "Degree",
            "Diploma",
            "DoctoralDegree",
            "Fieldwork",
            "GeneralEducationDevelopment",
            "JourneymanCertificate",
            "LearningProgram",
            "License",
            "MasterCertificate",
            "MasterDegree",
            "Membership",
            "MicroCredential",
            "ProfessionalDoctorate",
            "QualityAssuranceCredential",
            "ResearchDoctorate",
            "SecondarySchoolDiploma");
    private static final Set<String> RESULT_TYPES = Set.of(
            "GradePointAverage",
            "LetterGrade",
            "Percent",
            "PerformanceLevel",
            "PredictedScore",
            "RawScore",
            "Result",
            "RubricCriterion",
            "RubricCriterionLevel",
            "RubricScore",
            "ScaledScore",
            "Status");
    private static final Set<String> STATUSES =
            Set.of("Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew");
    private static final Set<String> TARGET_TYPES = Set.of(
            "ceasn:Competency",
            "ceterms:Credential",
            "CFItem",
            "CFRubric",
            "CFRubricCriterion",
            "CFRubricCriterionLevel",
            "CTDL");
    private static final String ACHIEVEMENT = "/credentialSubject/achievement";

    @Override
    public void check(Node credential, Findings findings) {
        if (!Texts.isBadge(credential)) {
            return;
        }
        Node subject = credential.get("credentialSubject");
        Node achievement = subject.get("achievement");
        check(achievement.get("achievementType"), ACHIEVEMENT_TYPES, true, ACHIEVEMENT + "/achievementType", findings);
        for (Node description : achievement.get("resultDescription").items()) {
            check(description.get("resultType"), RESULT_TYPES, true, ACHIEVEMENT + "/resultDescription", findings);
        }
        for (Node alignment : achievement.get("alignment").items()) {
            check(alignment.get("targetType"), TARGET_TYPES, true, ACHIEVEMENT + "/alignment", findings);
        }
        for (Node result : subject.get("result").items()) {
            check(result.get("status"), STATUSES, false, "/credentialSubject/result/status", findings);
        }
    }

    private static void check(Node word, Set<String> known, boolean extensible, String at, Findings findings) {
        if (word.isPresent()) {
            boolean holds = word.text()
                    .filter(text -> known.contains(text) || (extensible && text.startsWith("ext:")))
                    .isPresent();
            findings.require(holds, "vocabulary", at, "\"" + word.value() + "\" is not a word of Open Badges 3.0");
        }
    }
}
