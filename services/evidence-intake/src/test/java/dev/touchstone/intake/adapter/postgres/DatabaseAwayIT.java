package dev.touchstone.intake.adapter.postgres;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.Gate;
import dev.touchstone.intake.support.GatedStack;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back. */
@IntakeIT
class DatabaseAwayIT {

    private static final String STATEMENT = """
            {'actor':{'mbox':'mailto:ada@example.org'},'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},
             'object':{'id':'urn:a'},'timestamp':'2026-11-20T10:00:00Z'}""";

    private final Organisation organisation = new Organisation();

    @Test
    void sendersAreToldToComeBackAndWhatTheySendAgainIsTakenOnce() {
        // Given
        organisation.hire("7", "ada");
        Sender lms = Sender.lms(organisation);
        Sender tool = Sender.webhook(organisation, "work-tool", "null");
        String evidence = "{'kind':'artefact','title':'t','text':'x','occurredAt':'2026-11-01'}";
        organisation.as("ada", "employee").get("/intake/v1/people/me").then().statusCode(200);

        // When
        List<Response> answers;
        try (Gate.Shut away = Gate.shut(GatedStack.DATABASE)) {
            answers = List.of(
                    lms.statements(STATEMENT),
                    tool.hook("{}"),
                    organisation.admin().get("/intake/v1/people"),
                    organisation
                            .as("ada", "employee")
                            .header("Idempotency-Key", "k")
                            .contentType("application/json")
                            .body(JsonText.bytes(evidence))
                            .post("/intake/v1/evidence"));
        }

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(503);
        assertThat(answers).extracting(answer -> answer.header("Retry-After")).doesNotContainNull();
        assertThat(answers).extracting(Response::contentType).allMatch(type -> type.startsWith("application/problem"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(lms.statements(STATEMENT).statusCode()).isEqualTo(200));
        organisation.await(EVIDENCE, found -> true);
        assertThat(organisation.all(EVIDENCE)).hasSize(1);
    }
}
