package dev.touchstone.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The body of a refusal, {@code application/problem+json} (RFC 9457 section 3.1).
 *
 * @param instance names this occurrence in the log; only on failures of ours
 * @param errors each thing that is wrong, with a pointer to it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String instance, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
    static final int RETRY_AFTER_SECONDS = 5;

    public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
        return new Problem(type.urn(), type.title(), type.status(), detail, null, errors);
    }

    static Response response(ProblemException refusal) {
        return response(refusal.type(), Problem.of(refusal.type(), refusal.getMessage(), refusal.errors()));
    }

    static Response response(ProblemType type, Problem body) {
        Response.ResponseBuilder answer =
                Response.status(type.status()).type(MEDIA_TYPE).entity(body);
        if (type == ProblemType.UNAVAILABLE || type == ProblemType.TOO_MANY_REQUESTS) {
            answer.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (type == ProblemType.UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.build();
    }
}
