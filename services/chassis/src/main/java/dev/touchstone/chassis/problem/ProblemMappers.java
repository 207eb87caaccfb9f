package dev.touchstone.chassis.problem;

import dev.touchstone.chassis.failure.Failures;
import dev.touchstone.chassis.failure.Outages;
import dev.touchstone.chassis.id.Uuid7;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into a problem document; none shows a class name, a stack trace or another's data. */
@Priority(Priorities.USER)
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Outages outages;
    private final Failures failures;

    ProblemMappers(Outages outages, Failures failures) {
        this.outages = outages;
        this.failures = failures;
    }

    @ServerExceptionMapper
    public Response refusal(ProblemException refusal) {
        return Problem.response(refusal);
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = 1)
    public Response unauthenticated(Exception denied) {
        return Problem.response(ProblemException.unauthenticated());
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException denied) {
        return Problem.response(ProblemException.forbidden("Your roles do not allow this."));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure) {
        // what a converter of parameters throws comes wrapped
        if (failure.getCause() instanceof ProblemException refusal) {
            return Problem.response(refusal);
        }
        int status = failure.getResponse().getStatus();
        for (ProblemType type : ProblemType.values()) {
            if (type.status() == status) {
                return Problem.response(type, Problem.of(type, detail(type), List.of()));
            }
        }
        return status >= 500 ? unexpected(failure) : failure.getResponse();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return Problem.response(refusal);
        }
        if (failure.getCause() instanceof ProblemException refusal) {
            return Problem.response(refusal);
        }
        if (outages.isOutage(failure)) {
            LOG.warnf("event=dependency-away reason=\"%s\"", failure);
            return Problem.response(ProblemException.unavailable(
                    "A store this service needs cannot be reached. Nothing was changed; send the request again."));
        }
        String occurrence = Uuid7.next().toString();
        if (failures.isUnusableValue(failure)) {
            LOG.warnf(failure, "event=value-refused occurrence=%s", occurrence);
            return Problem.response(ProblemException.invalid("A value of the request cannot be kept.", List.of()));
        }
        LOG.errorf(failure, "event=request-failed occurrence=%s", occurrence);
        ProblemType type = ProblemType.INTERNAL;
        return Problem.response(
                type,
                new Problem(
                        type.urn(),
                        type.title(),
                        type.status(),
                        "We recorded it. Name the occurrence when you ask about it.",
                        "urn:uuid:" + occurrence,
                        List.of()));
    }

    static String detail(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method. See the API description.";
            case NOT_ACCEPTABLE -> "This address has none of the representations named in Accept.";
            case UNSUPPORTED_MEDIA_TYPE -> "This address does not take this Content-Type. See the API description.";
            case INVALID_REQUEST -> "The request could not be read. See the API description.";
            case TOO_LARGE -> "The body is larger than this address takes.";
            default -> type.title() + ".";
        };
    }
}
