package dev.touchstone.intake.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker cannot be reached: everything is accepted all the same, and waits in the outbox. */
@IntakeIT
@TestProfile(BrokerAwayIT.Nowhere.class)
class BrokerAwayIT {

    /** A broker at an address where there is none. */
    public static class Nowhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "localhost:1");
        }
    }

    private final Organisation organisation = new Organisation();

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void everythingIsAcceptedAndKept() {
        // When
        organisation.hire("7", "ada");
        Sender.lms(organisation).statements("""
                        {'actor':{'mbox':'mailto:ada@example.org'},'object':{'id':'urn:a'},
                         'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},'timestamp':'2026-11-20T10:00:00Z'}""").then().statusCode(200);
        organisation
                .as("ada", "employee")
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(JsonText.bytes("{'kind':'artefact','title':'t','text':'x','occurredAt':'2026-11-01'}"))
                .post("/intake/v1/evidence")
                .then()
                .statusCode(202)
                .body("state", equalTo("submitted"));

        // Then
        assertThat(waiting())
                .containsExactly(
                        "dev.touchstone.person.changed.v1",
                        "dev.touchstone.evidence.submitted.v1",
                        "dev.touchstone.evidence.submitted.v1");
    }

    @Test
    void deadLettersAreUnavailableRatherThanNone() {
        // When
        var answer = organisation
                .as("ines", "integration-admin")
                .get("/ops/v1/dead-letters")
                .then();

        // Then
        answer.statusCode(503).contentType("application/problem+json").header("Retry-After", equalTo("5"));
    }

    private List<String> waiting() {
        return unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<String>createNativeQuery(
                                        "select type from outbox where tenant_id = ?1 order by seq")
                                .setParameter(1, organisation.tenant())
                                .getResultList())
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
