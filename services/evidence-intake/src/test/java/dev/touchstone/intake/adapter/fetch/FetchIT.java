package dev.touchstone.intake.adapter.fetch;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.adapter.postgres.FetchQueue;
import dev.touchstone.intake.adapter.postgres.FetchQueue.Taken;
import dev.touchstone.intake.adapter.postgres.SettleFetch;
import dev.touchstone.intake.support.Hris;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IntakeIT
class FetchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "token-of-the-hris";
    private static final String ATTEMPT = "/attempts/a-1";
    private static final String SCORE = "{'user':'ada@example.org','course':'c-1','score':80}";

    private static final String SCORES = text("""
            $exists(fetched.attempt) ? {"evidence": {"person": {"email": fetched.attempt.user},
              "kind": "score", "action": "completed",
              "activity": {"id": "urn:course:" & fetched.attempt.course},
              "result": {"raw": fetched.attempt.score, "max": 100},
              "occurredAt": "2026-11-20T15:21:00Z"}}
            : {"ignored": {"reason": "event-not-used"}}""");

    private final Organisation organisation = new Organisation();
    /** Behind everything that a test sends. */
    private final Instant now = Instant.now().plusSeconds(60);

    private Hris hris;

    @Inject
    FetchWorker worker;

    @Inject
    FetchTry fetchTry;

    @Inject
    FetchQueue queue;

    @Inject
    SettleFetch settle;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void start() throws IOException {
        hris = new Hris();
    }

    @AfterEach
    void stop() {
        hris.close();
    }

    @Test
    void aNotificationBecomesEvidenceOnceItsSystemWasAsked() {
        // Given
        String ada = organisation.hire("7", "ada");
        Sender lms = connected();
        hris.answer(ATTEMPT, 200, SCORE);
        String delivery =
                lms.hook(notification("a-1")).then().statusCode(202).extract().path("deliveryId");
        delivery(delivery).then().body("state", equalTo("fetching"));
        assertThat(hris.requests()).isEmpty();

        // When
        work(now);

        // Then
        delivery(delivery)
                .then()
                .body("state", equalTo("accepted"))
                .body("reason", nullValue())
                .body("evidence[0].facts.activity.id", equalTo("urn:course:c-1"));
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("result").path("scaled").asDouble()).isEqualTo(0.8);
        assertThat(hris.requests()).hasSize(1);
        Hris.Request asked = hris.requests().get(0);
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.target()).isEqualTo(ATTEMPT + "?expand=all");
        assertThat(asked.headers())
                .containsEntry("authorization", "Bearer " + SECRET)
                .containsEntry("x-version", "v2.0");
    }

    @Test
    void whatMayPassIsAskedAgainLater() {
        // Given
        organisation.hire("7", "ada");
        String delivery = notified(hris.answer(ATTEMPT, 503, "").answer(ATTEMPT, 200, SCORE));

        // When
        work(now);

        // Then
        delivery(delivery)
                .then()
                .body("state", equalTo("fetching"))
                .body("reason", equalTo("fetch-unavailable"))
                .body("detail", containsString("try 1 of 3: 127.0.0.1 answered 503; the next one at "));
        work(now);
        assertThat(hris.requests()).hasSize(1);
        work(now.plusSeconds(11));
        delivery(delivery).then().body("state", equalTo("accepted")).body("detail", nullValue());
    }

    @Test
    void whoAsksForALongerPauseGetsIt() {
        // Given
        organisation.hire("7", "ada");
        String delivery = notified(
                hris.answer(ATTEMPT, 429, Map.of("Retry-After", "120"), "").answer(ATTEMPT, 200, SCORE));
        work(now);
        delivery(delivery).then().body("reason", equalTo("fetch-rate-limited"));

        // When
        work(now.plusSeconds(110));

        // Then
        assertThat(hris.requests()).hasSize(1);
        work(now.plusSeconds(121));
        delivery(delivery).then().body("state", equalTo("accepted"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, fetch-unauthorised, fetchSecret",
        "403, fetch-forbidden, lack the right",
        "404, fetch-not-found, no such record",
        "410, fetch-gone, gone",
        "400, fetch-refused, does not take this request",
        "302, fetch-redirected, redirects are not followed"
    })
    void whatWillNotChangeIsNotAskedAgain(int status, String reason, String says) {
        // Given
        String delivery = notified(hris.answer(
                ATTEMPT, status, Map.of("Location", hris.origin() + "/elsewhere"), "'what the other says'"));

        // When
        work(now);

        // Then
        delivery(delivery)
                .then()
                .body("state", equalTo("parked"))
                .body("reason", equalTo(reason))
                .body("detail", containsString(says))
                .body("detail", not(containsString("what the other says")));
        work(now.plus(Duration.ofDays(1)));
        assertThat(hris.requests()).hasSize(1);
    }

    @Test
    void whatIsTooLargeOrNoJsonIsRefused() {
        // Given
        String large = notified(hris.answer(ATTEMPT, 200, "'" + "x".repeat(FollowUps.LARGEST) + "'"));
        Sender other = connected();
        hris.answer("/attempts/a-2", 200, "<html>");
        String html = other.hook(notification("a-2")).path("deliveryId");

        // When
        work(now);

        // Then
        delivery(large).then().body("state", equalTo("parked")).body("reason", equalTo("fetch-too-large"));
        delivery(html).then().body("state", equalTo("parked")).body("reason", equalTo("fetch-not-json"));
    }

    @Test
    void afterTheLastTryItIsKeptAndCanBeReplayed() {
        // Given
        organisation.hire("7", "ada");
        String delivery = notified(hris.answer(ATTEMPT, 500, "")
                .answer(ATTEMPT, 500, "")
                .answer(ATTEMPT, 500, "")
                .answer(ATTEMPT, 200, SCORE));
        work(now);
        work(now.plusSeconds(60));
        work(now.plusSeconds(120));
        delivery(delivery)
                .then()
                .body("state", equalTo("parked"))
                .body("reason", equalTo("fetch-given-up"))
                .body("detail", equalTo("after 3 tries; at the last one 127.0.0.1 answered 500"));

        // When
        Response replayed = organisation.admin().post("/intake/v1/deliveries/" + delivery + "/replay");

        // Then
        replayed.then().statusCode(200).body("state", equalTo("fetching"));
        organisation
                .admin()
                .post("/intake/v1/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(409);
        work(Instant.now());
        delivery(delivery).then().body("state", equalTo("accepted")).body("evidence", hasSize(1));
    }

    @Test
    void allOfThemAreReplayedByTheirReason() {
        // Given
        organisation.hire("7", "ada");
        Sender lms = connected();
        for (String attempt : List.of("a-1", "a-2")) {
            hris.answer("/attempts/" + attempt, 401, "").answer("/attempts/" + attempt, 200, SCORE);
            lms.hook(notification(attempt)).then().statusCode(202);
        }
        work(now);

        // When
        Response replayed = organisation.admin().post("/intake/v1/deliveries/replay?reason=fetch-unauthorised");

        // Then
        replayed.then().statusCode(200).body("items.state", contains("fetching", "fetching"));
        work(Instant.now());
        organisation.admin().get("/intake/v1/deliveries?state=accepted").then().body("items", hasSize(2));
        organisation
                .admin()
                .post("/intake/v1/deliveries/replay?state=fetching")
                .then()
                .statusCode(400);
    }

    @Test
    void nothingIsLockedWhileASystemIsAsked() {
        // Given
        organisation.hire("7", "ada");
        String delivery = notified(hris.answer(ATTEMPT, 200, SCORE));
        CountDownLatch held = hris.hold();
        worker.look();
        Awaitility.await().atMost(PATIENCE).until(() -> hris.requests().size() == 1);

        // When
        long free = unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<Object>createNativeQuery("""
                                        select cast(delivery.id as text) from delivery
                                        join delivery_fetch on delivery_fetch.delivery_id = delivery.id
                                        for update of delivery, delivery_fetch nowait""")
                                .getResultList()
                                .map(rows -> (long) rows.size()))
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(free).isEqualTo(1);
        held.countDown();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> delivery(delivery).then().body("state", equalTo("accepted")));
    }

    @Test
    void twoWorkersAtOnceAskOnce() {
        // Given
        String ada = organisation.hire("7", "ada");
        String delivery = notified(hris.answer(ATTEMPT, 200, SCORE));

        // When
        Uni.combine()
                .all()
                .unis(worker.work(now), worker.work(now), worker.work(now))
                .asTuple()
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(hris.requests()).hasSize(1);
        delivery(delivery).then().body("state", equalTo("accepted")).body("evidence", hasSize(1));
        assertThat(organisation.allUpTo(EVIDENCE, found -> found.subject().equals(ada)))
                .hasSize(1);
    }

    @Test
    void whoDiesLeavesItToTheNext() {
        // Given
        organisation.hire("7", "ada");
        String delivery = notified(hris.answer(ATTEMPT, 200, SCORE));
        Taken lost = taken(delivery, now);
        work(now.plus(FetchQueue.LEASE).minusSeconds(1));
        assertThat(hris.requests()).isEmpty();

        // When
        work(now.plus(FetchQueue.LEASE).plusSeconds(1));

        // Then
        delivery(delivery).then().body("state", equalTo("accepted")).body("evidence", hasSize(1));
        boolean tookEffect =
                settle.failed(lost, "fetch-gone", "too late").await().atMost(PATIENCE);
        assertThat(tookEffect).isFalse();
        delivery(delivery).then().body("state", equalTo("accepted"));
    }

    @Test
    void whoIsSlowerThanTheirLeaseChangesNothing() {
        // Given
        organisation.hire("7", "ada");
        String delivery = notified(hris.answer(ATTEMPT, 200, SCORE));
        Taken slow = taken(delivery, now);
        queue.take(1000, now.plus(FetchQueue.LEASE).plusSeconds(1)).await().atMost(PATIENCE);

        // When
        boolean tookEffect =
                settle.again(slow, "fetch-unavailable", "x", now).await().atMost(PATIENCE);

        // Then
        assertThat(tookEffect).isFalse();
        work(now.plus(FetchQueue.LEASE.multipliedBy(2)).plusSeconds(5));
        delivery(delivery).then().body("state", equalTo("accepted"));
    }

    @Test
    void anAnswerThatMayBeOlderDoesNotUndoANewerOne() {
        // Given
        Sender hr = Sender.of(organisation.connect("{'name':'HR','source':'hris','channel':'webhook','verifier':"
                + Sender.VERIFIER + ",'template':'"
                + text("{\"person\": {\"employeeNumber\": \"7\", \"jobTitle\": fetched.attempt.title, "
                        + "\"displayName\": \"Ada\"}}")
                + "','fetch':" + fetch("{'kind':'bearer'}") + ",'fetchSecret':'" + SECRET + "'}"));
        hris.answer(ATTEMPT, 200, "{'title':'new'}")
                .answer(ATTEMPT, 200, "{'title':'old'}")
                .answer(ATTEMPT, 200, "{'title':'newest'}");
        String first = hr.hook("{'type':'closed','id':'a-1','n':1}").path("deliveryId");
        Taken early = taken(first, now);
        String second = hr.hook("{'type':'closed','id':'a-1','n':2}").path("deliveryId");
        work(now);
        delivery(second).then().body("state", equalTo("accepted"));

        // When
        fetchTry.run(early, now).await().atMost(PATIENCE);

        // Then
        delivery(first).then().body("state", equalTo("fetching")).body("reason", equalTo("fetch-overtaken"));
        organisation.admin().get("/intake/v1/people").then().body("items.jobTitle", contains("new"));
        work(now.plusSeconds(1));
        delivery(first).then().body("state", equalTo("accepted")).body("reason", nullValue());
        organisation.admin().get("/intake/v1/people").then().body("items.jobTitle", contains("newest"));
    }

    @Test
    void whatWasIgnoredBeforeIsFetchedByAReplay() {
        // Given
        organisation.hire("7", "ada");
        Sender lms = Sender.webhook(organisation, "lms", "{\"ignored\": {\"reason\": \"thin-notification\"}}");
        String delivery = lms.hook(notification("a-1")).path("deliveryId");
        delivery(delivery).then().body("state", equalTo("ignored"));
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'name':'LMS','verifier':" + Sender.VERIFIER + ",'template':'" + SCORES
                        + "','fetch':" + fetch("{'kind':'bearer'}") + ",'fetchSecret':'" + SECRET + "'}"))
                .put("/intake/v1/connections/" + lms.connectionId())
                .then()
                .statusCode(200);
        hris.answer(ATTEMPT, 200, SCORE);

        // When
        Response replayed =
                organisation.admin().post("/intake/v1/deliveries/replay?state=ignored&reason=thin-notification");

        // Then
        replayed.then().statusCode(200).body("items.state", contains("fetching"));
        work(now);
        delivery(delivery).then().body("state", equalTo("accepted")).body("evidence", hasSize(1));
    }

    @Test
    void aNotificationThatComesAgainIsAskedAboutOnce() {
        // Given
        String ada = organisation.hire("7", "ada");
        Sender lms = connected();
        hris.answer(ATTEMPT, 200, SCORE);
        String delivery = lms.hook(notification("a-1")).path("deliveryId");
        lms.hook(notification("a-1"))
                .then()
                .statusCode(202)
                .header("Intake-Duplicate", "true")
                .body("deliveryId", equalTo(delivery));
        work(now);

        // When
        lms.hook(notification("a-1")).then().statusCode(202).header("Intake-Duplicate", "true");
        work(now.plusSeconds(1));

        // Then
        assertThat(hris.requests()).hasSize(1);
        assertThat(organisation.allUpTo(EVIDENCE, found -> found.subject().equals(ada)))
                .hasSize(1);
    }

    @Test
    void whatIsOfNoInterestIsNotAskedAbout() {
        // Given
        Sender lms = connected();

        // When
        String delivery = lms.hook("{'type':'opened'}").path("deliveryId");

        // Then
        delivery(delivery).then().body("state", equalTo("ignored")).body("reason", equalTo("event-not-used"));
    }

    @Test
    void aNotificationThatDoesNotSayWhatToAskForIsParked() {
        // Given
        Sender lms = connected();

        // When
        String without = lms.hook("{'type':'closed'}").path("deliveryId");
        String elsewhere = lms.hook(notification("../../admin")).path("deliveryId");

        // Then
        delivery(without)
                .then()
                .body("state", equalTo("parked"))
                .body("reason", equalTo("fetch-values"))
                .body("detail", equalTo("fetch attempt: the value id is missing"));
        delivery(elsewhere).then().body("detail", equalTo("fetch attempt: the value id must not hold a slash"));
    }

    @Test
    void aDisabledConnectionDoesNotAsk() {
        // Given
        Sender lms = connected();
        hris.answer(ATTEMPT, 200, SCORE);
        String delivery = lms.hook(notification("a-1")).path("deliveryId");
        organisation
                .admin()
                .post("/intake/v1/connections/" + lms.connectionId() + "/disable")
                .then()
                .statusCode(204);

        // When
        work(now);

        // Then
        delivery(delivery).then().body("state", equalTo("parked")).body("reason", equalTo("fetch-stopped"));
        assertThat(hris.requests()).isEmpty();
    }

    @Test
    void theClockHasItAsked() {
        // Given
        organisation.hire("7", "ada");
        String delivery = notified(hris.answer(ATTEMPT, 200, SCORE));

        // When
        worker.look();

        // Then
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> delivery(delivery).then().body("state", equalTo("accepted")));
    }

    @Test
    void aConnectionWithMuchToAskDoesNotKeepTheOthersWaiting() {
        // Given
        Sender busy = connected();
        for (int number = 0; number < 6; number++) {
            busy.hook(notification("b-" + number)).then().statusCode(202);
        }
        Sender other = connected();
        other.hook(notification("a-1")).then().statusCode(202);

        // When
        List<Taken> taken = queue.take(1000, now).await().atMost(PATIENCE);

        // Then
        assertThat(of(busy, taken)).isEqualTo(4);
        assertThat(of(other, taken)).isEqualTo(1);
        assertThat(of(busy, queue.take(1000, now).await().atMost(PATIENCE))).isZero();
        Instant ended = now.plus(FetchQueue.LEASE).plusSeconds(1);
        assertThat(of(busy, queue.take(1000, ended).await().atMost(PATIENCE))).isEqualTo(4);
    }

    @Test
    void whatNeverComesToAnEndIsKeptForAPerson() {
        // Given
        String delivery = notified(hris.answer(ATTEMPT, 200, SCORE));
        Instant asOf = now;
        for (int crash = 0; crash < 3; crash++) {
            taken(delivery, asOf);
            asOf = asOf.plus(FetchQueue.LEASE).plusSeconds(1);
        }

        // When
        work(asOf);

        // Then
        delivery(delivery)
                .then()
                .body("state", equalTo("parked"))
                .body("reason", equalTo("fetch-given-up"))
                .body("detail", containsString("none of which came to an end"));
        assertThat(hris.requests()).isEmpty();
    }

    private static long of(Sender sender, List<Taken> taken) {
        return taken.stream()
                .filter(one -> one.connection().toString().equals(sender.connectionId()))
                .count();
    }

    @Test
    void whatWaitsIsCounted() {
        // Given
        notified(hris.answer(ATTEMPT, 503, ""));
        double before =
                meters.counter("touchstone.intake.fetches", "outcome", "retry").count();

        // When
        work(now);

        // Then
        assertThat(meters.counter("touchstone.intake.fetches", "outcome", "retry")
                        .count())
                .isGreaterThan(before);
        assertThat(meters.get("touchstone.intake.fetches.waiting").gauge().value())
                .isGreaterThanOrEqualTo(1);
        assertThat(meters.get("touchstone.intake.fetches.age.seconds").gauge().value())
                .isGreaterThanOrEqualTo(0);
    }

    private String notified(Hris prepared) {
        return connected().hook(notification("a-1")).path("deliveryId");
    }

    private static String notification(String attempt) {
        return "{'type':'closed','id':'" + attempt + "'}";
    }

    private Sender connected() {
        return Sender.of(organisation.connect(
                "{'name':'LMS','source':'lms','channel':'webhook','verifier':" + Sender.VERIFIER + ",'template':'"
                        + SCORES + "','fetch':" + fetch("{'kind':'bearer'}") + ",'fetchSecret':'" + SECRET + "'}"));
    }

    private String fetch(String credentials) {
        return "{'origin':'" + hris.origin() + "','headers':{'X-Version':'v2.0'},'credentials':" + credentials
                + ",'requests':[{'name':'attempt','path':'/attempts/{id}?expand=all','values':'"
                + text("notification.type = \"closed\" ? {\"id\": notification.id}") + "'}]}";
    }

    private static String text(String template) {
        return template.replace("\"", "\\\"").replace("\n", " ");
    }

    private Response delivery(String id) {
        return organisation.admin().get("/intake/v1/deliveries/" + id);
    }

    private Taken taken(String delivery, Instant asOf) {
        return queue.take(1000, asOf).await().atMost(PATIENCE).stream()
                .filter(taken -> taken.delivery().toString().equals(delivery))
                .findFirst()
                .orElseThrow();
    }

    private void work(Instant asOf) {
        worker.work(asOf).await().atMost(PATIENCE);
    }
}
