package dev.touchstone.issuance.lint;

import static dev.touchstone.issuance.lint.Texts.isBlank;

import dev.touchstone.issuance.document.Node;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who the badge is about, and what the achievement asks for. */
final class SubjectRules implements Rule {

    private static final Pattern HASH = Pattern.compile("sha256\\$[0-9a-f]{64}|md5\\$[0-9a-f]{32}");
    private static final String SUBJECT = "/credentialSubject";

    @Override
    public void check(Node credential, Findings findings) {
        if (!Texts.isBadge(credential)) {
            return;
        }
        Node subject = credential.get("credentialSubject");
        findings.require(
                !isBlank(subject.get("id"))
                        || !subject.get("identifier").items().isEmpty(),
                "subject-identified",
                SUBJECT,
                "the subject must have an id or an identifier");
        subject.get("identifier").items().forEach(identifier -> checkIdentifier(identifier, findings));
        Node criteria = subject.get("achievement").get("criteria");
        findings.require(
                criteria.isObject() && (!isBlank(criteria.get("id")) || !isBlank(criteria.get("narrative"))),
                "criteria-stated",
                SUBJECT + "/achievement/criteria",
                "the criteria must be told or linked");
        checkCredits(subject, findings);
    }

    private static void checkIdentifier(Node identifier, Findings findings) {
        boolean hashed = identifier.get("hashed").is(true);
        findings.require(
                identifier.get("type").texts().contains("IdentityObject")
                        && (hashed || identifier.get("hashed").is(false)),
                "identifier-form",
                SUBJECT + "/identifier",
                "an identifier must be an IdentityObject that says whether it is hashed");
        boolean wellFormed = identifier
                .get("identityHash")
                .text()
                .filter(text -> !hashed || HASH.matcher(text).matches())
                .isPresent();
        findings.require(
                wellFormed,
                "identifier-hash",
                SUBJECT + "/identifier",
                "a hashed identity must be sha256$ or md5$ and a hexadecimal digest");
    }

    private static void checkCredits(Node subject, Findings findings) {
        Node earnedNode = subject.get("creditsEarned");
        Node availableNode = subject.get("achievement").get("creditsAvailable");
        findings.require(
                !earnedNode.isPresent() || earnedNode.number().isPresent(),
                "credits-number",
                SUBJECT + "/creditsEarned",
                "creditsEarned must be a number");
        Optional<BigDecimal> earned = earnedNode.number();
        Optional<BigDecimal> available = availableNode.number();
        findings.require(
                earned.isEmpty() || available.isEmpty() || earned.get().compareTo(available.get()) <= 0,
                "credits-within",
                SUBJECT + "/creditsEarned",
                "creditsEarned must not exceed creditsAvailable");
    }
}
