package dev.touchstone.issuance.lint;

import static dev.touchstone.issuance.lint.Texts.isAddress;
import static dev.touchstone.issuance.lint.Texts.isBlank;
import static dev.touchstone.issuance.lint.Texts.isWording;

import dev.touchstone.issuance.document.Node;
import java.util.List;
import java.util.regex.Pattern;

/** The form of an Open Badges 3.0 credential: what its schema requires, single values allowed in place of arrays. */
final class BadgeStructure implements Rule {

    private static final Pattern CONTEXT =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)*\\.json");
    private static final String SUBJECT = "/credentialSubject";
    private static final String ACHIEVEMENT = "/credentialSubject/achievement";

    @Override
    public void check(Node credential, Findings findings) {
        if (!Texts.isBadge(credential)) {
            return;
        }
        List<Node> contexts = credential.get("@context").items();
        findings.require(
                contexts.size() > 1
                        && contexts.get(1)
                                .text()
                                .filter(text -> CONTEXT.matcher(text).matches())
                                .isPresent(),
                "badge-context",
                "/@context",
                "the second context must be that of Open Badges 3.0");
        findings.require(isAddress(credential.get("id")), "badge-id", "/id", "a badge must have an id");
        findings.require(
                credential.get("validFrom").isPresent(),
                "badge-valid-from",
                "/validFrom",
                "a badge must have validFrom");
        if (credential.get("issuer").isObject()) {
            requireType(credential.get("issuer"), "Profile", "/issuer", findings);
        }
        List<Node> subjects = credential.get("credentialSubject").items();
        findings.require(subjects.size() == 1, "badge-one-subject", SUBJECT, "a badge must have exactly one subject");
        subjects.forEach(subject -> checkSubject(subject, findings));
    }

    private static void checkSubject(Node subject, Findings findings) {
        requireType(subject, "AchievementSubject", SUBJECT, findings);
        Node achievement = subject.get("achievement");
        findings.require(
                achievement.isObject(), "badge-achievement", ACHIEVEMENT, "the subject must name one achievement");
        if (!achievement.isObject()) {
            return;
        }
        requireType(achievement, "Achievement", ACHIEVEMENT, findings);
        findings.require(
                isAddress(achievement.get("id")),
                "achievement-id",
                ACHIEVEMENT + "/id",
                "an achievement must have an id");
        findings.require(
                isWording(achievement.get("name")),
                "achievement-name",
                ACHIEVEMENT + "/name",
                "an achievement must have a name");
        findings.require(
                isWording(achievement.get("description")),
                "achievement-description",
                ACHIEVEMENT + "/description",
                "an achievement must have a description");
        for (Node alignment : achievement.get("alignment").items()) {
            findings.require(
                    !isBlank(alignment.get("targetName")) && isAddress(alignment.get("targetUrl")),
                    "alignment-target",
                    ACHIEVEMENT + "/alignment",
                    "an alignment must have targetName and targetUrl");
        }
        for (Node description : achievement.get("resultDescription").items()) {
            findings.require(
                    isAddress(description.get("id"))
                            && !isBlank(description.get("name"))
                            && !isBlank(description.get("resultType")),
                    "result-description-members",
                    ACHIEVEMENT + "/resultDescription",
                    "a result description must have id, name and resultType");
        }
    }

    private static void requireType(Node node, String type, String at, Findings findings) {
        findings.require(
                node.isObject() && node.get("type").texts().contains(type),
                "typed-" + type,
                at,
                "an object of type " + type + " must stand here");
    }
}
