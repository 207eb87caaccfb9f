package dev.touchstone.intake.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was being recorded while its person was merged: it did not see the merge, and the merge did not see it. */
@IntakeIT
class StragglersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Organisation organisation = new Organisation();
    private String ada;
    private String ben;
    private String evidence;

    @Inject
    ParkedSweep sweep;

    @Inject
    UnitOfWork unitOfWork;

    @BeforeEach
    void benIsAda() {
        ada = organisation.hire("7", "ada");
        ben = organisation.hire("8", "ben");
        evidence = organisation
                .as("ada", "employee")
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(JsonText.bytes("{'kind':'reflection','title':'t','text':'x','occurredAt':'2026-11-01'}"))
                .post("/intake/v1/evidence")
                .path("evidenceId");
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'into':'" + ada + "'}"))
                .post("/intake/v1/people/" + ben + "/merge")
                .then()
                .statusCode(200);
    }

    @Test
    void evidenceFindsItsWay() {
        // Given
        String personAndSubmitter = """
                update evidence set person_id = '%1$s', document = jsonb_set(
                    jsonb_set(document, '{personId}', '"%1$s"'), '{provenance,submittedBy}', '"%1$s"')
                where id = '%2$s'""".formatted(ben, evidence);
        execute(personAndSubmitter);

        // When
        sweep.sweep().await().atMost(PATIENCE);

        // Then
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .statusCode(200)
                .body("evidence.personId", equalTo(ada))
                .body("evidence.provenance.submittedBy", equalTo(ada));
    }

    @Test
    void whoWasAskedForAStatementIsAskedStill() {
        // Given
        String carl = organisation.hire("9", "carl");
        String request = organisation
                .as("ada", "employee")
                .contentType("application/json")
                .body(JsonText.bytes("{'personId':'" + carl + "'}"))
                .post("/intake/v1/evidence/" + evidence + "/witness-requests")
                .path("requestId");
        merge(carl);
        execute("update witness_request set requester_id = '" + ben + "' where id = '" + request + "'");

        // When
        sweep.sweep().await().atMost(PATIENCE);
        sweep.sweep().await().atMost(PATIENCE);

        // Then
        assertThat(text("select cast(requester_id as text) from witness_request where id = '" + request + "'"))
                .isEqualTo(ada);
        organisation
                .as("zoe", "employee")
                .get("/intake/v1/witness-requests")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void aClaimIsTheSurvivors() {
        // Given
        execute("insert into assessor_claim (tenant_id, case_id, assessor_id, person_id, evidence_ids, claimed_until,"
                + " sequence) values ('" + organisation.tenant() + "', '" + ada + "', '" + ben + "', '" + ben
                + "', '[]', now() + interval '1 hour', 1)");

        // When
        sweep.sweep().await().atMost(PATIENCE);

        // Then
        assertThat(text("select assessor_id || ' ' || person_id from assessor_claim where case_id = '" + ada + "'"))
                .isEqualTo(ada + " " + ada);
    }

    /** Into somebody who is asked only by the sweep: the merge missed the request. */
    private void merge(String asked) {
        String zoe = organisation.hire("11", "zoe");
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'into':'" + zoe + "'}"))
                .post("/intake/v1/people/" + asked + "/merge")
                .then()
                .statusCode(200);
        execute("update witness_request set witness_id = '" + asked + "' where witness_id = '" + zoe + "'");
    }

    private void execute(String sql) {
        unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.createNativeQuery(sql).executeUpdate())
                .await()
                .atMost(PATIENCE);
    }

    private String text(String sql) {
        return unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<String>createNativeQuery(sql).getSingleResult())
                .await()
                .atMost(PATIENCE);
    }
}
