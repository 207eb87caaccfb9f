package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@IntakeIT
class ImportIT {

    private static final String HEADER = "id;employeeNumber;kind;title;text;occurredAt;basis;claim.achievementId\r\n";

    private final Organisation organisation = new Organisation();

    @Test
    void everyRowComesToItsOwnEnd() {
        // Given
        String ada = organisation.hire("7", "ada");
        String csv = "\uFEFF" + HEADER
                + "r-1;7;reflection;Crane;\"It began\nwith a crane.\";1978-05-01;prior-learning;crane-operation\r\n"
                + "r-2;99;reflection;Crane;Nobody yet;1978-05-01;;\r\n"
                + "r-3;7;reflection;;No title;1978-05-01;;\r\n"
                + "r-1;7;reflection;Crane;\"It began\nwith a crane.\";1978-05-01;prior-learning;crane-operation\r\n"
                + "r-1;7;reflection;Crane;Something else;1978-05-01;;\r\n"
                + "r-4;7;reflection;Too few\r\n"
                + "r-5;7;reflection;Last;One more;2001-01-01;;\r\n";

        // When
        Response done = send("k", "text/csv", csv);

        // Then
        String id = done.then()
                .statusCode(200)
                .body("state", equalTo("finished"))
                .body("rows", equalTo(7))
                .body("accepted", equalTo(2))
                .body("parked", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("refused", equalTo(3))
                .extract()
                .path("importId");
        organisation
                .admin()
                .get("/intake/v1/imports/" + id + "/rows")
                .then()
                .body("items.line", contains(2, 4, 5, 6, 8, 9, 10))
                .body(
                        "items.state",
                        contains("accepted", "parked", "refused", "duplicate", "refused", "refused", "accepted"));
        organisation
                .admin()
                .get("/intake/v1/imports/" + id + "/rows?state=refused&limit=2")
                .then()
                .body("items.errors[0].pointer", contains("/title"))
                .body("items.errors[1].pointer", contains("/id"))
                .body("next", notNullValue());
        List<Event> told = organisation.allUpTo(
                EVIDENCE, found -> found.data().path("occurredAt").asText().startsWith("2001"));
        assertThat(told).hasSize(2);
        Event first = told.get(0);
        assertThat(first.subject()).isEqualTo(ada);
        assertThat(first.data().path("trust").asText()).isEqualTo("attested");
        assertThat(first.data().at("/provenance/source").asText()).isEqualTo("import");
        assertThat(first.data().at("/provenance/deliveryId").asText()).isEqualTo(id);
        assertThat(first.data().toString()).doesNotContain("began");
        String evidence =
                "/intake/v1/evidence/" + first.data().path("evidenceId").asText();
        organisation
                .as("ada", "employee")
                .get(evidence)
                .then()
                .body("content.text", equalTo("It began\nwith a crane."));
        organisation
                .as("ines", "integration-admin", "employee")
                .get(evidence)
                .then()
                .statusCode(403);
    }

    @Test
    void sameFileAgainChangesNothingAndAnotherIsRefused() {
        // Given
        organisation.hire("7", "ada");
        String lines = line(1) + line(2);
        String id = send("k", "application/x-ndjson", lines).path("importId");

        // Then
        send("k", "application/x-ndjson", lines)
                .then()
                .statusCode(200)
                .body("importId", equalTo(id))
                .body("accepted", equalTo(2))
                .body("duplicate", equalTo(0));
        send("k", "application/x-ndjson", lines + line(3))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:touchstone:problem:key-reused"));
        send("k", "application/x-ndjson", line(1)).then().statusCode(422);
        send("k", "application/x-ndjson", line(2) + line(1)).then().statusCode(422);
        send("other", "application/x-ndjson", lines + line(3))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(2));
        organisation
                .admin()
                .get("/intake/v1/imports")
                .then()
                .body("items", hasSize(2))
                .body("items.state", contains("finished", "finished"));
        new Organisation().admin().get("/intake/v1/imports/" + id).then().statusCode(404);
        new Organisation()
                .admin()
                .get("/intake/v1/imports/" + id + "/rows")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsCutOffGoesOnWhereItStopped() throws IOException {
        // Given
        organisation.hire("7", "ada");
        String whole = lines(1, 1000);
        cutOff("k", whole, whole.length() * 2 / 3);
        int done = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> organisation.admin().get("/intake/v1/imports").path("items.rows[0]"),
                        (Integer rows) -> rows != null && rows >= 500);
        organisation.admin().get("/intake/v1/imports").then().body("items.state", contains("unfinished"));

        // When
        Response again = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> send("k", "application/x-ndjson", whole), answer -> answer.statusCode() != 409);

        // Then
        assertThat(done).isLessThan(1000);
        again.then()
                .statusCode(200)
                .body("rows", equalTo(1000))
                .body("accepted", equalTo(1000))
                .body("duplicate", equalTo(0));
        List<String> told =
                organisation
                        .allUpTo(
                                EVIDENCE,
                                found ->
                                        found.data().at("/activity/id").asText().endsWith("/1000"))
                        .stream()
                        .map(event -> event.data().at("/activity/id").asText())
                        .toList();
        assertThat(told).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void isForIntegrationAdministrators() {
        // Given
        byte[] csv = HEADER.getBytes(StandardCharsets.UTF_8);

        // Then
        for (String role : List.of("employee", "manager", "issuer-admin")) {
            organisation
                    .as("eve", role)
                    .urlEncodingEnabled(false)
                    .header("Idempotency-Key", "k")
                    .contentType("text/csv")
                    .body(csv)
                    .post("/intake/v1/evidence:import")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", "k")
                .contentType("text/csv")
                .body(csv)
                .post("/intake/v1/evidence:import")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void headerThatIsWrongIsRefusedAtOnce() {
        send("k", "text/csv", "kind,colour\n").then().statusCode(400).body("errors.pointer", contains("/columns/1"));
        send("k", "text/csv", "").then().statusCode(400);
        send("k", "application/json", "{}").then().statusCode(415);
        organisation
                .admin()
                .urlEncodingEnabled(false)
                .contentType("text/csv")
                .body(HEADER.getBytes(StandardCharsets.UTF_8))
                .post("/intake/v1/evidence:import")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("Idempotency-Key"));
    }

    private Response send(String key, String type, String body) {
        return organisation
                .admin()
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/intake/v1/evidence:import");
    }

    /** Announces the whole and sends a part of it. */
    private void cutOff(String key, String whole, int length) throws IOException {
        String head = "POST /intake/v1/evidence:import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.bearer(organisation.tenant(), "ines", "integration-admin")
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                + whole.length() + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(whole.substring(0, length).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> organisation.admin().get("/intake/v1/imports").path("items.rows[0]"),
                            (Integer rows) -> rows != null && rows >= 500);
        }
    }

    private static String lines(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(ImportIT::line).collect(Collectors.joining());
    }

    private static String line(int number) {
        return "{\"employeeNumber\":\"7\",\"kind\":\"course-completion\",\"title\":\"Course " + number
                + "\",\"activityId\":\"https://lms.example/course/" + number + "\",\"occurredAt\":\"2019-01-01\"}\n";
    }
}
