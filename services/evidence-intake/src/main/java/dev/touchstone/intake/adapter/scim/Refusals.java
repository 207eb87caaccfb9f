package dev.touchstone.intake.adapter.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.PreconditionFailedException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.exceptions.ScimException;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.directory.InvalidUser;

/** Refusals of the features as SCIM words them (RFC 7644 section 3.12). */
final class Refusals {

    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private Refusals() {}

    /** A status that the library has no exception for. */
    static final class Other extends ScimException {

        Other(String message, int status) {
            super(message, null, status, null);
        }
    }

    static ScimException of(ProblemException refusal) {
        return switch (refusal.type()) {
            case NOT_FOUND, GONE -> new ResourceNotFoundException(refusal.getMessage());
            case CONFLICT -> new ConflictException(refusal.getMessage(), ScimType.RFC7644.UNIQUENESS);
            case PRECONDITION_FAILED -> new PreconditionFailedException(refusal.getMessage());
            case INVALID_REQUEST -> new BadRequestException(refusal.getMessage(), ScimType.RFC7644.INVALID_VALUE);
            default -> new Other(refusal.getMessage(), refusal.type().status());
        };
    }

    static ScimException of(InvalidUser invalid) {
        return new BadRequestException(invalid.getMessage(), ScimType.RFC7644.INVALID_VALUE);
    }

    static ScimException invalidFilter(String detail) {
        return new BadRequestException(detail, ScimType.RFC7644.INVALID_FILTER);
    }

    static ScimException invalidValue(String detail) {
        return new BadRequestException(detail, ScimType.RFC7644.INVALID_VALUE);
    }

    static ScimException tooLarge(String detail) {
        return new Other(detail, TOO_LARGE);
    }

    static ScimException unavailable() {
        return new Other(
                "A store this service needs cannot be reached. Nothing was changed; send the request again.",
                UNAVAILABLE);
    }
}
