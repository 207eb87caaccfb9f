package dev.touchstone.intake.adapter.postgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@IntakeIT
class ActivityIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TICKETS = """
            type = "done" ? {"evidence": {"person": {"email": who}, "kind": "work-event", "action": "resolved",
              "activity": {"id": "urn:ticket:" & id}, "occurredAt": at}} : null""";

    private final Organisation organisation = new Organisation();

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    SilenceWatch watch;

    @Inject
    RefusedSenders refusedSenders;

    @Inject
    MeterRegistry meters;

    @Test
    void countsWhatAConnectionBrought() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);
        tool.hook("{'type':'done','id':'1','who':'ada@example.org','at':'2026-11-20T15:21:00Z'}");
        tool.hook("{'type':'opened'}");
        tool.hook(JsonText.bytes("{"));

        // When
        Response activity = activity(tool);

        // Then
        activity.then()
                .statusCode(200)
                .body("lastDeliveryAt", notNullValue())
                .body("lastSuccessAt", notNullValue())
                .body("lastFailureAt", notNullValue())
                .body("hours.accepted.sum()", equalTo(1))
                .body("hours.ignored.sum()", equalTo(1))
                .body("days.parked.sum()", equalTo(1))
                .body("silent", equalTo(false));
    }

    @Test
    void aConnectionThatBroughtNothingIsNotSilent() {
        Sender lms = Sender.lms(organisation);

        activity(lms)
                .then()
                .statusCode(200)
                .body("lastDeliveryAt", nullValue())
                .body("hours", hasSize(0))
                .body("silent", equalTo(false));
    }

    @Test
    void silenceAgainstItsOwnHabitIsFlaggedAndCounted() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);
        for (int number = 0; number < 20; number++) {
            tool.hook("{'type':'opened','id':'" + number + "'}").then().statusCode(202);
        }
        long before = watch.look(Instant.now()).await().atMost(PATIENCE);
        age(tool);

        // When
        Response activity = activity(tool);

        // Then
        activity.then().body("silent", equalTo(true)).body("silentBecause", containsString("Nothing has come for"));
        assertThat(watch.look(Instant.now()).await().atMost(PATIENCE)).isEqualTo(before + 1);
        assertThat(meters.get("touchstone.intake.connections.silent").gauge().value())
                .isEqualTo(before + 1.0);
    }

    @Test
    void statementsAreCountedOnceHoweverOftenSomebodyLooks() {
        // Given
        Sender lms = Sender.lms(organisation);
        lms.statements("[" + completion("1") + "," + completion("2") + "]")
                .then()
                .statusCode(200);
        activity(lms).then().body("hours.accepted.sum()", equalTo(2));
        lms.statements(completion("3")).then().statusCode(200);

        // When
        Response activity = activity(lms);

        // Then
        activity.then()
                .body("hours.accepted.sum()", equalTo(3))
                .body("days.accepted.sum()", equalTo(3))
                .body("lastDeliveryAt", notNullValue())
                .body("lastSuccessAt", notNullValue())
                .body("lastFailureAt", nullValue());
    }

    @Test
    void whoSendsAThousandAtOnceEveryNightIsNotSilentByDay() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);
        for (int number = 0; number < 25; number++) {
            tool.hook("{'type':'opened','id':'" + number + "'}").then().statusCode(202);
        }

        // When
        long silentTomorrow =
                watch.look(Instant.now().plus(Duration.ofHours(20))).await().atMost(PATIENCE);

        // Then
        assertThat(silentTomorrow).isEqualTo(watch.look(Instant.now()).await().atMost(PATIENCE));
    }

    @Test
    void whoCouldNotProveWhoTheyAreIsCountedByReason() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);
        for (int number = 0; number < 3; number++) {
            tool.hook(JsonText.bytes("{}"), "sha256=00").then().statusCode(401);
        }
        tool.hook(JsonText.bytes("{}"), "").then().statusCode(401);

        // When
        refusedSenders.write(Instant.now()).await().atMost(PATIENCE);
        refusedSenders.write(Instant.now()).await().atMost(PATIENCE);

        // Then
        activity(tool)
                .then()
                .statusCode(200)
                .body("refused.count.sum()", equalTo(4))
                .body("refused.find { it.reason == 'MISMATCH' }.count", equalTo(3))
                .body("refused[0].lastAt", notNullValue())
                .body("hours", hasSize(0));
        organisation.as("ada", "employee").get(path(tool)).then().statusCode(403);
        given().get(path(tool)).then().statusCode(401);
    }

    @Test
    void theRightKeyWithTheWrongSecretIsCountedToo() {
        // Given
        Sender lms = Sender.lms(organisation);
        new Sender(lms.connectionId(), lms.key(), "wrong", null)
                .statements("{}")
                .then()
                .statusCode(401);

        // When
        refusedSenders.write(Instant.now()).await().atMost(PATIENCE);

        // Then
        activity(lms).then().body("refused.find { it.reason == 'CREDENTIALS' }.count", equalTo(1));
    }

    @Test
    void ofAnotherOrganisationThereIsNothing() {
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);

        new Organisation()
                .admin()
                .get("/intake/v1/connections/" + tool.connectionId() + "/activity")
                .then()
                .statusCode(404);
    }

    private static String completion(String course) {
        return "{'actor':{'mbox':'mailto:ada@example.org'},'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},"
                + "'object':{'id':'http://lms.example/course/" + course + "'},'result':{'completion':true}}";
    }

    private Response activity(Sender sender) {
        return organisation.admin().get(path(sender));
    }

    private static String path(Sender sender) {
        return "/intake/v1/connections/" + sender.connectionId() + "/activity";
    }

    /** As if all of it had come ten days ago and before, one an hour. */
    private void age(Sender sender) {
        unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.createNativeQuery("""
                                        update delivery
                                        set received_at = received_at - interval '10 days' - numbered.n * interval '1 hour'
                                        from (select id, row_number() over (order by id) as n from delivery
                                              where cast(connection_id as text) = ?1) as numbered
                                        where delivery.id = numbered.id""")
                                .setParameter(1, sender.connectionId())
                                .executeUpdate())
                .await()
                .atMost(PATIENCE);
    }
}
