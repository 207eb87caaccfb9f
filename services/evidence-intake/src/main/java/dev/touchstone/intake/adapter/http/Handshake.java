package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.connection.Headers;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The question whether deliveries are welcome (CloudEvents HTTP web hooks 1.0.2, section 4). Whoever knows the
 * address is; the proof comes with each delivery. The callback that a sender may offer instead is not used: it would
 * make this service ask an address that a stranger gives.
 */
final class Handshake {

    private static final String ORIGIN = "WebHook-Request-Origin";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.:*/_-]{1,255}");

    private Handshake() {}

    static Response answer(Headers headers) {
        Response.ResponseBuilder answer = Response.ok().header("Allow", "POST");
        if (headers.all(ORIGIN).isEmpty()) {
            return answer.build();
        }
        Optional<String> origin = headers.single(ORIGIN);
        String name = origin.filter(text -> NAME.matcher(text).matches())
                .orElseThrow(() -> ProblemException.invalid(
                        "The handshake could not be read.",
                        List.of(new FieldError("", ORIGIN + " must be one DNS name"))));
        answer.header("WebHook-Allowed-Origin", name);
        // There is no limit per minute: the answer 503 tells when to come later.
        return answer.header("WebHook-Allowed-Rate", "*").build();
    }
}
