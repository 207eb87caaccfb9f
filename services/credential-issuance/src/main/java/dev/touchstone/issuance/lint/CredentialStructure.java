package dev.touchstone.issuance.lint;

import static dev.touchstone.issuance.lint.Texts.instant;
import static dev.touchstone.issuance.lint.Texts.isAddress;

import dev.touchstone.issuance.document.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The form of any Verifiable Credential 2.0. */
final class CredentialStructure implements Rule {

    static final String V2 = "https://www.w3.org/ns/credentials/v2";

    @Override
    public void check(Node credential, Findings findings) {
        checkHead(credential, findings);
        checkTyped(credential, findings, "credentialSchema", true);
        checkTyped(credential, findings, "refreshService", false);
        checkTyped(credential, findings, "termsOfUse", false);
        checkTyped(credential, findings, "evidence", false);
        checkTyped(credential, findings, "credentialStatus", false);
        checkResources(credential.get("relatedResource").items(), findings);
    }

    private static void checkHead(Node credential, Findings findings) {
        List<Node> contexts = credential.get("@context").items();
        findings.require(
                !contexts.isEmpty() && contexts.get(0).is(V2),
                "context-first",
                "/@context",
                "the first context must be " + V2);
        findings.require(
                !credential.get("id").isPresent() || isAddress(credential.get("id")),
                "id-address",
                "/id",
                "the id must be an absolute address");
        findings.require(
                credential.get("type").texts().contains("VerifiableCredential"),
                "type-credential",
                "/type",
                "the type must include VerifiableCredential");
        findings.require(
                credential.get("issuer").id().filter(Texts::isAddress).isPresent(),
                "issuer-id",
                "/issuer",
                "the issuer must be an address or an object with one as its id");
        checkDate(credential, "validFrom", findings);
        checkDate(credential, "validUntil", findings);
        List<Node> subjects = credential.get("credentialSubject").items();
        findings.require(
                !subjects.isEmpty()
                        && subjects.stream()
                                .allMatch(subject ->
                                        subject.isObject() && !subject.names().isEmpty()),
                "subject-object",
                "/credentialSubject",
                "the credential must say something about a subject");
    }

    private static void checkDate(Node credential, String name, Findings findings) {
        findings.require(
                !credential.get(name).isPresent()
                        || instant(credential.get(name)).isPresent(),
                "date-form",
                "/" + name,
                name + " must be a date and time with an offset");
    }

    private static void checkTyped(Node credential, Findings findings, String name, boolean identified) {
        for (Node item : credential.get(name).items()) {
            findings.require(
                    item.isObject() && !item.get("type").texts().isEmpty(),
                    "typed-member",
                    "/" + name,
                    name + " must be an object with a type");
            findings.require(
                    !identified || isAddress(item.get("id")),
                    "identified-member",
                    "/" + name,
                    name + " must have an address as its id");
            findings.require(
                    !item.get("id").isPresent() || isAddress(item.get("id")),
                    "member-id-address",
                    "/" + name + "/id",
                    "the id of " + name + " must be an absolute address");
        }
    }

    private static void checkResources(List<Node> resources, Findings findings) {
        Set<String> ids = new HashSet<>();
        for (Node resource : resources) {
            findings.require(
                    resource.isObject() && isAddress(resource.get("id")),
                    "resource-id",
                    "/relatedResource",
                    "a related resource must be an object with an address as its id");
            findings.require(
                    resource.get("digestSRI").text().isPresent()
                            || resource.get("digestMultibase").text().isPresent(),
                    "resource-digest",
                    "/relatedResource",
                    "a related resource must carry its digest");
            resource.get("id")
                    .text()
                    .ifPresent(id -> findings.require(
                            ids.add(id), "resource-once", "/relatedResource", "the resource " + id + " appears twice"));
        }
    }
}
