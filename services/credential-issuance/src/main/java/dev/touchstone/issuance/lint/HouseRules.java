package dev.touchstone.issuance.lint;

import static dev.touchstone.issuance.lint.Texts.isBlank;

import dev.touchstone.issuance.document.Node;

/** What every badge from here carries although no specification insists. */
final class HouseRules implements Rule {

    @Override
    public void check(Node credential, Findings findings) {
        Node issuer = credential.get("issuer");
        findings.require(!isBlank(issuer.get("name")), "issuer-named", "/issuer/name", "the issuer must have a name");
        findings.require(
                !isBlank(issuer.get("image").get("id")),
                "issuer-image",
                "/issuer/image",
                "the issuer must have an image");
        findings.require(
                issuer.get("id").text().filter(id -> id.startsWith("did:")).isPresent(),
                "issuer-did",
                "/issuer/id",
                "the issuer must be a DID");
        findings.require(!isBlank(credential.get("name")), "badge-named", "/name", "the badge must have a name");
        findings.require(
                credential.get("awardedDate").isPresent(),
                "badge-awarded",
                "/awardedDate",
                "the badge must say when it was awarded");
        Node subject = credential.get("credentialSubject");
        for (Node identifier : subject.get("identifier").items()) {
            findings.require(
                    identifier.get("hashed").is(true)
                            && identifier
                                    .get("salt")
                                    .text()
                                    .filter(salt -> salt.length() >= 32)
                                    .isPresent(),
                    "identity-salted",
                    "/credentialSubject/identifier",
                    "an identity must be hashed with at least 128 bits of salt");
        }
        Node achievement = subject.get("achievement");
        findings.require(
                !isBlank(achievement.get("image").get("id")),
                "achievement-image",
                "/credentialSubject/achievement/image",
                "the achievement must have an image");
        findings.require(
                !isBlank(achievement.get("inLanguage")),
                "achievement-language",
                "/credentialSubject/achievement/inLanguage",
                "the achievement must say its language");
        findings.require(
                credential.get("credentialStatus").isPresent(),
                "badge-revocable",
                "/credentialStatus",
                "the badge must be revocable");
    }
}
