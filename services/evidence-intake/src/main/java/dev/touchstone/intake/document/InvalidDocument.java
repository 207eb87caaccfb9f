package dev.touchstone.intake.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document that could be parsed but does not say what it has to. Carries every violation found, at most 50. */
public final class InvalidDocument extends RuntimeException {

    private final transient List<Violation> violations;

    public InvalidDocument(List<Violation> violations) {
        super(
                violations.stream()
                        .map(violation -> violation.pointer() + ": " + violation.detail())
                        .collect(Collectors.joining("; ")),
                null,
                false,
                false);
        this.violations = List.copyOf(violations);
    }

    public InvalidDocument(String pointer, String detail) {
        this(List.of(new Violation(pointer, detail)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
