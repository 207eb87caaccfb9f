package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

@IntakeIT
class FilesIT {

    private final Organisation organisation = new Organisation();

    @Test
    void isHandedInByItsDigestAndReadBackByThoseEntitled() {
        // Given
        String ada = organisation.hire("7", "ada");
        organisation.hire("8", "ben");
        byte[] pdf = pdf(3_000_000);
        Response uploaded = upload("ada", "application/pdf", "Zeugnis 1998 ü.pdf", pdf);
        String digest = uploaded.then()
                .statusCode(201)
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(3_000_000))
                .body("name", equalTo("Zeugnis 1998 ü.pdf"))
                .extract()
                .path("digest");

        // When
        String id = handIn("ada", "k", digest).then().statusCode(202).extract().path("evidenceId");

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().at("/files/0/digest").asText()).isEqualTo(digest);
        assertThat(event.data().at("/files/0/size").asLong()).isEqualTo(3_000_000);
        assertThat(event.data().toString()).doesNotContain("Zeugnis");
        String address = "/intake/v1/evidence/" + id + "/files/" + digest;
        Response read = organisation.as("ada", "employee").get(address);
        read.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("filename*=UTF-8''Zeugnis%201998%20%C3%BC.pdf"))
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", "no-store");
        assertThat(read.asByteArray()).isEqualTo(pdf);
        organisation.as("ben", "employee").get(address).then().statusCode(403);
        organisation.as("ben", "employee", "assessor").get(address).then().statusCode(403);
        new Organisation().as("ada", "employee").get(address).then().statusCode(404);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id + "/files/sha256:" + "0".repeat(64))
                .then()
                .statusCode(404);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .body("content.files.digest", contains(digest))
                .body("content.text", nullValue());
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id + "/access-log")
                .then()
                .body("items", hasSize(3));
    }

    @Test
    void isHandedInByWhoUploadedItOnly() {
        // Given
        organisation.hire("7", "ada");
        organisation.hire("8", "ben");
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
        String digest = upload("ada", "image/png", null, picture).path("digest");

        // Then
        handIn("ben", "k", digest).then().statusCode(400).body("errors.pointer", contains("/files/0"));
        handIn("ada", "k", "sha256:1").then().statusCode(400);
        // Whoever has the same file is told nothing of the other.
        upload("ben", "image/png", null, picture)
                .then()
                .statusCode(201)
                .body("digest", equalTo(digest))
                .body("name", nullValue());
        handIn("ben", "k", digest).then().statusCode(202);
        handIn("ada", "k", digest).then().statusCode(202);
    }

    @Test
    void whatIsNotTakenInIsRefusedWithTheReason() throws IOException {
        // Given
        byte[] zip = {'P', 'K', 3, 4, 20, 0};
        byte[] html = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        // Then
        upload("ada", "application/octet-stream", null, zip)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("detail", containsString("Archives"));
        upload("ada", "text/plain", null, html).then().statusCode(415).body("detail", containsString("Markup"));
        upload("ada", "image/png", null, pdf(2000))
                .then()
                .statusCode(415)
                .body("errors.pointer", contains("Content-Type"));
        upload("ada", "text/plain", "../x", "x".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("name"));
        upload("ada", "text/plain", null, new byte[0]).then().statusCode(400);
        assertThat(announce(26_214_401)).startsWith("HTTP/1.1 413");
    }

    /** Whoever reads no answer before everything is sent gets it all the same. */
    @Test
    void largeFileThatIsRefusedIsAnswered() {
        // Given
        byte[] zip = new byte[6_000_000];
        zip[0] = 'P';
        zip[1] = 'K';
        zip[2] = 3;
        zip[3] = 4;

        // Then
        upload("ada", "application/octet-stream", null, zip).then().statusCode(415);
        upload("ada", "text/plain", null, "x".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201);
    }

    @Test
    void largestFileIsTakenIn() {
        // Given
        organisation.hire("7", "ada");
        byte[] largest = pdf(26_214_400);

        // When
        Response uploaded = upload("ada", "application/pdf", null, largest);

        // Then
        String digest = uploaded.then()
                .statusCode(201)
                .body("size", equalTo(26_214_400))
                .extract()
                .path("digest");
        String id = handIn("ada", "k", digest).path("evidenceId");
        byte[] read = organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id + "/files/" + digest)
                .asByteArray();
        assertThat(read).isEqualTo(largest);
    }

    /** Sends the head of a request only: what is announced too large is refused before it is sent. */
    private String announce(long length) throws IOException {
        String authorization =
                "Bearer " + dev.touchstone.testkit.Tokens.bearer(organisation.tenant(), "ada", "employee");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /intake/v1/evidence/files HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                    + authorization + "\r\nContent-Type: application/pdf\r\nContent-Length: " + length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private Response upload(String login, String type, String name, byte[] content) {
        var request = organisation.as(login, "employee").contentType(type).body(content);
        return (name == null ? request : request.queryParam("name", name)).post("/intake/v1/evidence/files");
    }

    private Response handIn(String login, String key, String digest) {
        return organisation
                .as(login, "employee")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(JsonText.bytes("{'kind':'artefact','title':'Certificate','occurredAt':'1998-05-01','files':['"
                        + digest + "']}"))
                .post("/intake/v1/evidence");
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }
}
