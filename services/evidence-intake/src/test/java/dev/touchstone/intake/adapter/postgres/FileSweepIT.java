package dev.touchstone.intake.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@IntakeIT
class FileSweepIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    FileSweep sweep;

    @Inject
    UnitOfWork unitOfWork;

    private final Organisation organisation = new Organisation();

    @Test
    void whatNobodyHandsInWithinADayGoes() {
        // Given
        organisation.hire("7", "ada");
        String used = upload("kept");
        upload("not used");
        organisation
                .as("ada", "employee")
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(JsonText.bytes(
                        "{'kind':'artefact','title':'x','occurredAt':'2020-01-01','files':['" + used + "']}"))
                .post("/intake/v1/evidence")
                .then()
                .statusCode(202);

        // When
        sweep.sweep(Instant.now().plus(Duration.ofHours(23))).await().atMost(PATIENCE);
        long within = contents();
        sweep.sweep(Instant.now().plus(Duration.ofHours(25))).await().atMost(PATIENCE);

        // Then
        assertThat(within).isEqualTo(2);
        assertThat(contents()).isEqualTo(1);
    }

    private String upload(String text) {
        return organisation
                .as("ada", "employee")
                .contentType("text/plain")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/intake/v1/evidence/files")
                .path("digest");
    }

    private long contents() {
        return unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<Long>createNativeQuery("select count(*) from file_chunk")
                                .getSingleResult())
                .await()
                .atMost(PATIENCE);
    }
}
