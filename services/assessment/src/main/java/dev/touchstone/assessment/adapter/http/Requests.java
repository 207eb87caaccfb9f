package dev.touchstone.assessment.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.touchstone.assessment.adapter.postgres.Worker;
import dev.touchstone.assessment.assessmentcase.Capacity;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.Answer;
import dev.touchstone.chassis.postgres.Idempotency;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Requests that change something: once per {@code Idempotency-Key} where the caller sends one. */
@ApplicationScoped
class Requests {

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;

    Requests(UnitOfWork unitOfWork, Idempotency idempotency) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
    }

    /** @param key the header; null where the caller sent none */
    Uni<Response> once(Caller caller, String key, byte[] body, Function<Mutiny.Session, Uni<Answer>> work) {
        Uni<Answer> answer = key == null
                ? unitOfWork.inTenant(caller.tenant(), work)
                : idempotency.run(caller.tenant(), caller.login(), Idempotency.requireKey(key), body, work);
        return answer.map(Requests::response);
    }

    /** The caller as somebody who works on cases. */
    static Worker worker(Caller caller) {
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        if (caller.has(Roles.ASSESSOR)) {
            capacities.add(Capacity.ASSESSOR);
        }
        if (caller.has(Roles.MODERATOR)) {
            capacities.add(Capacity.MODERATOR);
        }
        return new Worker(caller.login(), capacities);
    }

    static Answer answer(int status, Object body, Map<String, String> headers) {
        try {
            return new Answer(status, Json.TOLERANT.writeValueAsString(body), headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
