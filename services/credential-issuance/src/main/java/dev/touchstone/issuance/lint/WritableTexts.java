package dev.touchstone.issuance.lint;

import dev.touchstone.issuance.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Every text must have a UTF-8 form: half a surrogate pair has none, so it could be neither signed nor sent. */
final class WritableTexts implements Rule {

    @Override
    public void check(Node credential, Findings findings) {
        check(credential, "", findings);
    }

    private static void check(Node node, String at, Findings findings) {
        if (node.value() instanceof Map<?, ?> members) {
            members.forEach((name, value) -> check(new Node(value), at + "/" + name, findings));
        } else if (node.isArray()) {
            node.items().forEach(item -> check(item, at, findings));
        } else {
            boolean writable = node.text()
                    .map(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
                    .orElse(true);
            findings.require(writable, "text-writable", at, "the text holds half a character");
        }
    }
}
