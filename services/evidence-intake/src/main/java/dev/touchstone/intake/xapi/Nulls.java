package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import java.util.List;
import java.util.Map;

/** Statements hold no null but in extensions (xAPI 1.0.3, part two, 2.2). */
final class Nulls {

    private Nulls() {}

    static void refuse(Document statement) {
        statement.fields().forEach((name, value) -> {
            if (holdsNull(value)) {
                statement.violation(name, "holds null");
            }
        });
    }

    private static boolean holdsNull(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(field -> !"extensions".equals(field.getKey()) && holdsNull(field.getValue()));
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(Nulls::holdsNull);
        }
        return value == null;
    }
}
