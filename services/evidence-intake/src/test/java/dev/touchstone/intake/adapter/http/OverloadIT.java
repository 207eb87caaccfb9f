package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.overload.Admission;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As much is being stored as may be at once. */
@IntakeIT
class OverloadIT {

    @Inject
    Admission admission;

    @ConfigProperty(name = "touchstone.admission.most", defaultValue = "128")
    int most;

    private final List<Cancellable> working = new ArrayList<>();
    private Lms lms;

    @BeforeEach
    void occupy() {
        lms = Lms.of(new Organisation());
        Stream.generate(() -> admission.take(() -> Uni.createFrom().nothing()))
                .limit(most)
                .forEach(work -> working.add(work.subscribe().with(done -> {})));
    }

    @AfterEach
    void free() {
        working.forEach(Cancellable::cancel);
    }

    @Test
    void sendersAreToldToComeAgain() {
        // When
        Response answer = lms.post(statement());

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:touchstone:problem:too-many-requests");
    }

    @Test
    void whoReadsIsServedAllTheSame() {
        // When
        Response answer = lms.request().get("/xapi/statements");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theSameRequestIsTakenLater() {
        // Given
        String statement = statement();
        lms.post(statement).then().statusCode(429);
        free();

        // When
        Response answer = lms.post(statement);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String statement() {
        return Lms.statement("lena", "launched", "https://lms.example.org/course/1", "");
    }
}
