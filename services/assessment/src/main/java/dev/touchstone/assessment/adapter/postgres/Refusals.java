package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.assessmentcase.CaseRefusal;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import java.util.List;

/** Says refusals of the domain in the words of the API. */
public final class Refusals {

    private Refusals() {}

    /** Forbidden where somebody may never do it; a conflict where it cannot be done now. */
    static ProblemException problem(CaseRefusal refusal) {
        return switch (refusal.reason()) {
            case CONFLICT, NOT_ENTITLED -> ProblemException.forbidden(refusal.getMessage());
            case NOT_READY, TAKEN, STALE_CLAIM, CLOSED -> ProblemException.conflict(refusal.getMessage());
        };
    }

    public static ProblemException invalid(String detail, List<Objection> objections) {
        return ProblemException.invalid(
                detail,
                objections.stream()
                        .map(objection -> new FieldError(objection.pointer(), objection.detail()))
                        .toList());
    }
}
