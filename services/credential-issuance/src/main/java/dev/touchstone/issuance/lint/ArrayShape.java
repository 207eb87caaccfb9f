package dev.touchstone.issuance.lint;

import dev.touchstone.issuance.document.Node;
import java.util.List;

/**
 * Arrays and single objects exactly where the official Open Badges 3.0 JSON Schema wants them: stricter than JSON-LD,
 * which takes a single value for an array of one. We write the strict form; others may write either.
 */
final class ArrayShape implements Rule {

    @Override
    public void check(Node credential, Findings findings) {
        arrays(
                credential,
                "",
                findings,
                List.of("@context", "type", "evidence", "credentialSchema", "termsOfUse", "proof"));
        single(
                credential,
                "",
                findings,
                List.of("credentialSubject", "credentialStatus", "refreshService", "issuer", "image"));
        Node issuer = credential.get("issuer");
        arrays(issuer, "/issuer", findings, List.of("type", "otherIdentifier"));
        Node subject = credential.get("credentialSubject");
        arrays(subject, "/credentialSubject", findings, List.of("type", "identifier", "result"));
        single(subject, "/credentialSubject", findings, List.of("achievement", "source"));
        Node achievement = subject.get("achievement");
        String at = "/credentialSubject/achievement";
        arrays(achievement, at, findings, List.of("type", "alignment", "resultDescription", "tag", "otherIdentifier"));
        single(achievement, at, findings, List.of("criteria", "image", "creator"));
        each(achievement, "resultDescription", at, findings);
        each(achievement, "alignment", at, findings);
        each(subject, "result", "/credentialSubject", findings);
        each(credential, "evidence", "", findings);
        for (Node status : credential.get("credentialStatus").items()) {
            findings.require(
                    status.get("id").text().isPresent(),
                    "shape-status-id",
                    "/credentialStatus/id",
                    "the schema wants an id on credentialStatus");
        }
    }

    private static void each(Node parent, String name, String at, Findings findings) {
        for (Node item : parent.get(name).items()) {
            arrays(item, at + "/" + name, findings, List.of("type", "rubricCriterionLevel"));
        }
    }

    private static void arrays(Node node, String at, Findings findings, List<String> names) {
        for (String name : names) {
            Node member = node.get(name);
            findings.require(
                    !member.isPresent() || member.isArray(),
                    "shape-array",
                    at + "/" + name,
                    "the schema wants an array here");
        }
    }

    private static void single(Node node, String at, Findings findings, List<String> names) {
        for (String name : names) {
            Node member = node.get(name);
            findings.require(
                    !member.isPresent() || member.isObject(),
                    "shape-object",
                    at + "/" + name,
                    "the schema wants one object here");
        }
    }
}
