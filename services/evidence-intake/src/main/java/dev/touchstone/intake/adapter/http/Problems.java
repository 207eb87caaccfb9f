package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import java.util.List;
import java.util.UUID;

/** Refusals of the features, as callers get to see them. */
final class Problems {

    private Problems() {}

    static ProblemException of(InvalidDocument invalid) {
        return ProblemException.invalid("The request was understood, but is not valid.", errors(invalid));
    }

    static ProblemException of(NotJson notJson) {
        return ProblemException.invalid("The body could not be read.", errors(notJson.violations()));
    }

    static List<FieldError> errors(InvalidDocument invalid) {
        return errors(invalid.violations());
    }

    static List<FieldError> errors(List<Violation> violations) {
        return violations.stream().map(Problems::error).toList();
    }

    /** An id in a path: what cannot be one is an id that nothing has. */
    static UUID id(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound(what);
        }
    }

    private static FieldError error(Violation violation) {
        return new FieldError(violation.pointer(), violation.detail());
    }
}
