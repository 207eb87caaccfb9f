package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What one request brings: a statement, or an array of them of which all are good or none is taken. */
public final class StatementBatch {

    private static final int MOST = 1000;
    private static final int MOST_VIOLATIONS = 50;

    private StatementBatch() {}

    /** @throws InvalidDocument with the mistakes of all statements */
    public static List<Statement> read(Object value, XapiVersion version) {
        if (!(value instanceof List<?> batch)) {
            return List.of(StatementReader.read(value, "", version));
        }
        if (batch.size() > MOST) {
            throw new InvalidDocument("", "must hold at most " + MOST + " statements");
        }
        List<Statement> statements = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (int index = 0; index < batch.size(); index++) {
            try {
                Statement statement = StatementReader.read(batch.get(index), "/" + index, version);
                if (statement.id() != null && !ids.add(statement.id())) {
                    violations.add(new Violation("/" + index + "/id", "stands twice in the batch"));
                }
                statements.add(statement);
            } catch (InvalidDocument e) {
                violations.addAll(e.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidDocument(violations.subList(0, Math.min(violations.size(), MOST_VIOLATIONS)));
        }
        return statements;
    }
}
