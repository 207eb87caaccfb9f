package dev.touchstone.intake.adapter.postgres;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.adapter.kafka.EvidenceRetracted;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IntakeIT
class VoidedSweepIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Organisation organisation = new Organisation();

    @Inject
    VoidedSweep sweep;

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void evidenceOfWhatWasVoidedEarlierGoesOnce() {
        // Given
        String ada = organisation.hire("7", "ada");
        Lms lms = Lms.of(organisation);
        String voided = UUID.randomUUID().toString();
        lms.stored(completion(voided, "1"));
        lms.stored(completion(UUID.randomUUID().toString(), "2"));
        organisation.await(EVIDENCE, told -> course(told).endsWith("/2"));
        String id = evidence("/1");
        voidedByAnEarlierRelease(voided);

        // When
        int swept = sweep.sweep(Instant.now()).await().atMost(PATIENCE);

        // Then
        assertThat(swept).isEqualTo(1);
        assertThat(sweep.sweep(Instant.now()).await().atMost(PATIENCE)).isZero();
        Event retracted = organisation.await(EVIDENCE, told -> told.type().equals(EvidenceRetracted.TYPE));
        assertThat(retracted.data().path("evidenceId").asText()).isEqualTo(id);
        assertThat(retracted.data().path("reason").asText()).isEqualTo("voided");
        assertThat(retracted.subject()).isEqualTo(ada);
        state(id, "voided");
        state(evidence("/2"), "submitted");
        lms.stored(completion(UUID.randomUUID().toString(), "3"));
        List<Event> all = organisation.allUpTo(EVIDENCE, told -> course(told).endsWith("/3"));
        assertThat(all)
                .filteredOn(told -> told.type().equals(EvidenceRetracted.TYPE))
                .hasSize(1);
    }

    private void state(String evidence, String expected) {
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .body("state", equalTo(expected));
    }

    private String evidence(String course) {
        return organisation
                .await(EVIDENCE, told -> course(told).endsWith(course))
                .data()
                .path("evidenceId")
                .asText();
    }

    private static String course(Event told) {
        return told.data().at("/activity/id").asText();
    }

    /** Which took back the statement and left its evidence. */
    private void voidedByAnEarlierRelease(String statement) {
        unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.createNativeQuery(
                                        "update xapi_statement set voided = true where cast(id as text) = ?1")
                                .setParameter(1, statement)
                                .executeUpdate())
                .await()
                .atMost(PATIENCE);
    }

    private static String completion(String id, String course) {
        return "{'id':'" + id
                + "','actor':{'mbox':'mailto:ada@example.org'},'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},"
                + "'object':{'id':'http://lms.example/course/" + course + "'},'result':{'completion':true}}";
    }
}
