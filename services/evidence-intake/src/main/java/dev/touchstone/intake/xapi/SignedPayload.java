package dev.touchstone.intake.xapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was signed has to be the statement as it was before the signature was attached (1.0.3 part two, section 2.6). */
public final class SignedPayload {

    private SignedPayload() {}

    /** @throws dev.touchstone.intake.document.InvalidDocument if the payload is no statement */
    public static boolean matches(Statement statement, Object payload) {
        Statement signed = StatementReader.read(payload, "/signature", statement.version());
        return (signed.id() == null || signed.id().equals(statement.id()))
                && (signed.timestamp() == null || signed.timestamp().equals(statement.timestamp()))
                && Arrays.equals(
                        Comparison.digest(unsigned(signed.content())),
                        Comparison.digest(unsigned(statement.content())));
    }

    private static Map<String, Object> unsigned(Map<String, Object> statement) {
        Map<String, Object> unsigned = new LinkedHashMap<>(statement);
        unsigned.computeIfPresent("attachments", (name, attachments) -> {
            List<?> others = ((List<?>) attachments)
                    .stream()
                            .filter(one -> !Attachment.SIGNATURE.equals(((Map<?, ?>) one).get("usageType")))
                            .toList();
            return others.isEmpty() ? null : others;
        });
        return unsigned;
    }
}
