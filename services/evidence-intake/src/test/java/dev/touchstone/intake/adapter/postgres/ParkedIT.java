package dev.touchstone.intake.adapter.postgres;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.PersonUpdateReader;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evidence about people nobody knows yet. The sweep is off here: whatever goes on goes on by itself. */
@IntakeIT
class ParkedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Organisation organisation = new Organisation();
    private Sender lms;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ChangePeople changePeople;

    @Inject
    ReleaseParked releaseParked;

    @Inject
    ParkedSweep sweep;

    @BeforeEach
    void connect() {
        lms = Sender.lms(organisation);
    }

    @Test
    void waitsVisiblyAndGoesOnOnceThePersonArrives() {
        // Given
        lms.statements(statement("ada", "urn:a")).then().statusCode(200);
        organisation
                .admin()
                .get("/intake/v1/parked")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("person-unknown"))
                .body("items[0].identities.kind", contains("mbox"))
                .body("items[0].identities.value", contains("ada@example.org"))
                .body("items[0].evidence.activity.id", equalTo("urn:a"))
                .body("items[0].evidence.receivedAt", notNullValue());
        assertThat(organisation.all(EVIDENCE)).isEmpty();

        // When
        String ada = organisation.hire("7", "ada");

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("activity").path("id").asText()).isEqualTo("urn:a");
        organisation.admin().get("/intake/v1/parked").then().body("items", hasSize(0));
        new Organisation().admin().get("/intake/v1/parked").then().body("items", hasSize(0));
    }

    @Test
    void anyIdentityWillDo() {
        // Given
        lms.statements("""
                        {'actor':{'mbox_sha1sum':'%s'},'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},
                         'object':{'id':'urn:sha1'},'timestamp':'2026-11-20T10:00:00Z'}""".formatted(sha1("ada"))).then().statusCode(200);
        lms.statements("""
                        {'actor':{'account':{'homePage':'https://lms.example','name':'1'}},
                         'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},
                         'object':{'id':'urn:account'},'timestamp':'2026-11-20T10:00:00Z'}""").then().statusCode(200);

        // When
        organisation.hire("7", "ada");
        organisation.change("""
                {'employeeNumber':'7','identities':[{'kind':'account','homePage':'https://lms.example','name':'1'}]}""");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(organisation.all(EVIDENCE))
                        .extracting(event ->
                                event.data().path("activity").path("id").asText())
                        .containsExactlyInAnyOrder("urn:sha1", "urn:account"));
    }

    @Test
    void evidenceOfTwoPeopleWaitsAndSaysSo() {
        // Given
        organisation.hire("7", "ada");
        organisation.hire("8", "ben");
        Sender tool = Sender.webhook(organisation, "work-tool", """
                {"evidence": {"person": {"email": mail, "employeeNumber": number}, "kind": "work-event",
                  "action": "merged", "activity": {"id": "urn:x"}, "occurredAt": "2026-11-20"}}""");

        // When
        tool.hook("{'mail':'ada@example.org','number':'8'}").then().statusCode(202);

        // Then
        organisation
                .admin()
                .get("/intake/v1/parked")
                .then()
                .body("items[0].reason", equalTo("person-ambiguous"))
                .body("items[0].identities.kind", containsInAnyOrder("mbox", "employeeNumber"));
    }

    @Test
    void evidenceOfTwoPeopleGoesOnWhenOneOfThemLosesTheIdentity() {
        // Given
        organisation.hire("7", "ada");
        String ben = organisation.hire("8", "ben");
        Sender tool = Sender.webhook(organisation, "work-tool", """
                {"evidence": {"person": {"email": mail, "employeeNumber": number}, "kind": "work-event",
                  "action": "merged", "activity": {"id": "urn:x"}, "occurredAt": "2026-11-20"}}""");
        tool.hook("{'mail':'ada@example.org','number':'8'}").then().statusCode(202);

        // When
        organisation.change("{'employeeNumber':'7','email':null}").then().statusCode(200);

        // Then
        organisation.await(EVIDENCE, found -> found.subject().equals(ben));
        organisation.admin().get("/intake/v1/parked").then().body("items", hasSize(0));
    }

    @Test
    void sweepFindsWhatMeansOnePersonOnly() {
        // Given: an identity was lost, and the process ended before it could look at what was parked
        organisation.hire("7", "ada");
        String ben = organisation.hire("8", "ben");
        Sender tool = Sender.webhook(organisation, "work-tool", """
                {"evidence": {"person": {"email": mail, "employeeNumber": number}, "kind": "work-event",
                  "action": "merged", "activity": {"id": "urn:x"}, "occurredAt": "2026-11-20"}}""");
        tool.hook("{'mail':'ada@example.org','number':'8'}").then().statusCode(202);
        PersonUpdate leaving =
                PersonUpdateReader.read(Document.of(JsonText.json("{'employeeNumber':'7','email':null}")), null);
        unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> changePeople.apply(session, organisation.tenant(), List.of(leaving), Instant.now()))
                .await()
                .atMost(PATIENCE);

        // When
        sweep.sweep().await().atMost(PATIENCE);

        // Then
        organisation.await(EVIDENCE, found -> found.subject().equals(ben));
    }

    @Test
    void whateverHasPiledUpGoesOn() {
        // Given
        List<String> statements = new ArrayList<>();
        for (int number = 0; number < 450; number++) {
            statements.add(statement("ada", "urn:" + number));
        }
        lms.statements("[" + String.join(",", statements) + "]").then().statusCode(200);

        // When
        organisation.hire("7", "ada");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(organisation.all(EVIDENCE)).hasSize(450));
    }

    @Test
    void personWhoArrivesWhileTheEvidenceIsBeingParkedIsFound() {
        // Given: a change of people that has done its work and has yet to commit
        CompletableFuture<Void> changed = new CompletableFuture<>();
        CompletableFuture<Void> mayCommit = new CompletableFuture<>();
        CompletableFuture<?> change = unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> changePeople
                                .apply(session, organisation.tenant(), List.of(update("ada")), Instant.now())
                                .invoke(() -> changed.complete(null))
                                .call(() -> when(mayCommit)))
                .subscribeAsCompletionStage();
        changed.join();

        // When: evidence comes meanwhile; it has to wait for the change, for nobody would look for it afterwards
        CompletableFuture<Response> delivery =
                CompletableFuture.supplyAsync(() -> lms.statements(statement("ada", "urn:a")));
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> !delivery.isDone());
        mayCommit.complete(null);
        change.join();

        // Then
        assertThat(delivery.join().statusCode()).isEqualTo(200);
        organisation.admin().get("/intake/v1/parked").then().body("items", hasSize(0));
        organisation.await(EVIDENCE, found -> true);
    }

    @Test
    void evidenceAndPersonThatComeTogetherMeet() throws Exception {
        // Given
        int people = 60;
        ExecutorService senders = Executors.newFixedThreadPool(8);

        // When
        try {
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (int number = 0; number < people; number++) {
                String login = "p" + number;
                sent.add(CompletableFuture.runAsync(
                        () -> lms.statements(statement(login, "urn:" + login))
                                .then()
                                .statusCode(200),
                        senders));
                sent.add(CompletableFuture.runAsync(() -> organisation.hire(login, login), senders));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        } finally {
            senders.shutdown();
        }

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        organisation.admin().get("/intake/v1/parked").then().body("items", hasSize(0)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(organisation.all(EVIDENCE)).hasSize(people));
    }

    @Test
    void whatACrashLeftBehindIsFoundByTheSweep() {
        // Given: people changed, and the process ended before it could look at what was parked
        lms.statements(statement("ada", "urn:a")).then().statusCode(200);
        unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> changePeople.apply(
                                session, organisation.tenant(), List.of(update("ada")), Instant.now()))
                .await()
                .atMost(PATIENCE);
        organisation.admin().get("/intake/v1/parked").then().body("items", hasSize(1));

        // When
        int released = sweep.sweep().await().atMost(PATIENCE);

        // Then
        assertThat(released).isPositive();
        organisation.await(EVIDENCE, found -> true);
        organisation.admin().get("/intake/v1/parked").then().body("items", hasSize(0));
    }

    /** On the context it is subscribed on, as a session demands. */
    private static Uni<Void> when(CompletableFuture<Void> future) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(future)
                .emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    private static PersonUpdate update(String login) {
        return PersonUpdateReader.read(
                Document.of(JsonText.json("{'login':'" + login + "','email':'" + login + "@example.org'}")), null);
    }

    private static String statement(String login, String activity) {
        return "{'actor':{'mbox':'mailto:" + login + "@example.org'},"
                + "'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},'object':{'id':'" + activity + "'},"
                + "'timestamp':'2026-11-20T10:00:00Z'}";
    }

    private static String sha1(String login) {
        return dev.touchstone.intake.people.Identity.ofEmail(login + "@example.org").stream()
                .filter(identity -> identity.kind() == dev.touchstone.intake.people.IdentityKind.MBOX_SHA1SUM)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
