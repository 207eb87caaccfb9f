package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests that come while others are being stored go into one transaction. Here those others are held by a row that
 * somebody keeps, so that what waits behind them becomes a group for certain.
 */
@IntakeIT
class GroupedStatementsIT {

    private static final String HOT = "http://hot.example/kept";
    private static final String KNOWN = "0e0dff32-5a9d-4a4c-a1a0-6bd0e5cb2b11";
    private static final String TWICE = "1f1f4bd0-95ad-4d7e-8a0e-5d8d3cf9c6a2";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e47";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    MeterRegistry meters;

    private final ExecutorService senders = Executors.newFixedThreadPool(8);
    private final Organisation organisation = new Organisation();
    private Lms lms;

    @BeforeEach
    void connect() {
        lms = Lms.of(organisation);
        lms.stored("{'id':'" + KNOWN + "'," + did("ada", "http://a.example/1", "") + "}");
        lms.stored("{" + did("ada", HOT, ",'definition':{'name':{'en':'before'}}") + "}");
    }

    @AfterEach
    void end() {
        senders.shutdown();
    }

    @Test
    void eachRequestOfAGroupGetsItsOwnAnswer() throws Exception {
        // Given
        List<String> group = List.of(
                "{'id':'" + TWICE + "'," + did("ben", "http://a.example/2", "") + "}",
                "{'id':'" + KNOWN + "'," + did("ben", "http://a.example/3", "") + "}",
                "[{" + did("cora", "http://a.example/4", "") + "},{" + did("cora", "http://a.example/5", "") + "}]",
                "{'id':'" + KNOWN + "'," + did("ada", "http://a.example/1", "") + "}");

        // When
        List<Response> answers = sentTogether(group);

        // Then
        answers.get(0).then().statusCode(200).body("[0]", equalTo(TWICE));
        answers.get(1).then().statusCode(409);
        answers.get(2).then().statusCode(200).body("size()", equalTo(2));
        answers.get(3).then().statusCode(200).header("Intake-Duplicate", equalTo("true"));
        assertThat(lms.find("agent", Lms.agentParameter("ben")).<List<String>>path("statements.object.id"))
                .containsExactly("http://a.example/2");
        assertThat(lms.find("agent", Lms.agentParameter("cora")).<List<String>>path("statements.object.id"))
                .containsExactlyInAnyOrder("http://a.example/4", "http://a.example/5");
    }

    @Test
    void oneStatementThatComesTwiceAtOnceIsStoredOnce() throws Exception {
        // Given
        String statement = "{'id':'" + TWICE + "'," + did("ben", "http://a.example/2", "") + "}";

        // When
        List<Response> answers = sentTogether(List.of(statement, statement, statement));

        // Then
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.<String>path("[0]")).isEqualTo(TWICE));
        assertThat(answers.stream().filter(answer -> answer.header("Intake-Duplicate") == null))
                .as("answers that tell of something new")
                .hasSize(1);
        assertThat(lms.find("agent", Lms.agentParameter("ben")).<List<String>>path("statements.id"))
                .containsExactly(TWICE);
    }

    @Test
    void theEvidenceOfEachRequestStaysInItsTrace() throws Exception {
        // Given
        organisation.hire("7", "ada");
        List<Future<Response>> answers = new ArrayList<>();

        // When
        try (Connection holder = holdingTheActivity()) {
            occupyWriters(answers);
            for (int request = 10; request < 14; request++) {
                String body = "{" + completed("ada", "http://a.example/course/" + request) + "}";
                String trace = "00-" + TRACE + request + "-00f067aa0ba902b7-01";
                answers.add(senders.submit(() -> send(body, trace)));
            }
            awaitTaken(6);
            holder.commit();
        }

        // Then
        for (Future<Response> answer : answers) {
            answer.get().then().statusCode(200);
        }
        for (int request = 10; request < 14; request++) {
            String course = "http://a.example/course/" + request;
            Event event = organisation.await(
                    EVIDENCE,
                    found -> found.data().path("activity").path("id").asText().equals(course));
            assertThat(event.traceparent()).startsWith("00-" + TRACE + request);
        }
    }

    private List<Response> sentTogether(List<String> group) throws Exception {
        List<Future<Response>> answers = new ArrayList<>();
        try (Connection holder = holdingTheActivity()) {
            occupyWriters(answers);
            for (int request = 0; request < group.size(); request++) {
                String body = group.get(request);
                answers.add(senders.submit(() -> send(body, null)));
            }
            awaitTaken(2 + group.size());
            holder.commit();
        }
        List<Response> received = new ArrayList<>();
        for (Future<Response> answer : answers) {
            received.add(answer.get());
        }
        return received.subList(2, received.size());
    }

    /** Two that have something new to tell of the activity that is kept: as many as are usually under way. */
    private void occupyWriters(List<Future<Response>> answers) {
        for (int writer = 1; writer <= 2; writer++) {
            String body = "{" + did("dora", HOT, ",'definition':{'name':{'en':'writer " + writer + "'}}") + "}";
            answers.add(senders.submit(() -> send(body, null)));
            awaitTaken(writer);
        }
    }

    private Response send(String statements, String traceparent) {
        var request = lms.request().contentType("application/json").body(JsonText.bytes(statements));
        return (traceparent == null ? request : request.header("traceparent", traceparent)).post("/xapi/statements");
    }

    private void awaitTaken(int requests) {
        await().untilAsserted(() -> assertThat(
                        meters.get("touchstone.admission.taken").gauge().value())
                .isEqualTo(requests));
    }

    private Connection holdingTheActivity() throws SQLException {
        Connection holder = dataSource.getConnection();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("select set_config('touchstone.tenant', '" + organisation.tenant() + "', true)");
            statement.execute("select 1 from xapi_activity where id = '" + HOT + "' for update");
        }
        return holder;
    }

    private static String did(String agent, String activity, String more) {
        return "'actor':" + Lms.agent(agent) + ",'verb':{'id':'http://verb.example/did'},'object':{'id':'" + activity
                + "'" + more + "}";
    }

    private static String completed(String agent, String activity) {
        return did(agent, activity, "").replace("http://verb.example/did", "http://adlnet.gov/expapi/verbs/completed");
    }
}
