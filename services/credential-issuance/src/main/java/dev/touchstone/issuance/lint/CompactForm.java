package dev.touchstone.issuance.lint;

import dev.touchstone.issuance.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Members are written as the plain terms of the contexts (Verifiable Credentials 2.0 wants the compacted form). JSON-LD
 * has many spellings for one statement and a signature covers the statement, not the spelling: a holder who spells a
 * status entry or an end date otherwise would hide it from every reader that goes by names, and the signature would go
 * on verifying.
 */
final class CompactForm implements Rule {

    private static final Set<String> OF_TEXT = Set.of("@value", "@language", "@direction");

    /** What the contexts carried here have plain type names for. */
    private static final List<String> VOCABULARIES = List.of(
            "https://www.w3.org/2018/credentials#",
            "https://www.w3.org/ns/credentials/status#",
            "https://w3id.org/security#",
            "https://purl.imsglobal.org/spec/vc/ob/vocab.html#");

    /** What is said about the credential as a whole, which is looked for at the top and nowhere else. */
    private static final Set<String> AT_THE_TOP =
            Set.of("issuer", "credentialSubject", "credentialStatus", "validFrom", "validUntil", "proof");

    @Override
    public void check(Node credential, Findings findings) {
        credential.names().forEach(name -> checkMember(credential, "", (String) name, credential, findings));
    }

    private static void check(Node node, String at, Node credential, Findings findings) {
        if (node.isArray()) {
            node.items().forEach(item -> check(item, at, credential, findings));
        } else if (node.value() instanceof Map<?, ?> members) {
            checkRestated(node, at, credential, findings);
            members.keySet().forEach(name -> checkMember(node, at, (String) name, credential, findings));
        }
    }

    private static void checkMember(Node node, String at, String name, Node credential, Findings findings) {
        findings.require(
                isPlain(name, node),
                "compact-name",
                at + "/" + name,
                "write the member as the plain term that a context has for it; other spellings are not read");
        if (name.equals("type")) {
            node.get(name)
                    .texts()
                    .forEach(type -> findings.require(
                            VOCABULARIES.stream().noneMatch(type::startsWith),
                            "compact-type",
                            at + "/type",
                            "write the type " + type + " as the plain term that a context has for it"));
        }
        check(node.get(name), at + "/" + name, credential, findings);
    }

    private static boolean isPlain(String name, Node node) {
        if (name.startsWith("@")) {
            return name.equals("@context") || (OF_TEXT.contains(name) && OF_TEXT.containsAll(node.names()));
        }
        return name.indexOf(':') < 0;
    }

    private static void checkRestated(Node node, String at, Node credential, Findings findings) {
        Optional<String> id = node.get("id").text();
        findings.require(
                id.isEmpty()
                        || !id.equals(credential.get("id").text())
                        || node.names().stream().noneMatch(AT_THE_TOP::contains),
                "compact-once",
                at,
                "say what is said about the credential itself at the top of the document");
    }
}
