package dev.touchstone.intake.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.Hook;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What webhooks bring, in every form, and what is said to senders that only try the address. */
@IntakeIT
class HookBodyIT {

    private static final String BEARER = "{'kind':'bearer'}";
    private static final String EVIDENCE = "{\"evidence\": {\"person\": {\"email\": who}, \"kind\": \"work-event\","
            + " \"action\": \"resolved\", \"activity\": {\"id\": \"urn:t:1\"}, \"occurredAt\": \"2026-11-20T10:00:00Z\"}}";

    private final Organisation organisation = new Organisation();

    @Test
    void formIsReadAndCanBeReplayed() {
        // Given
        String ada = organisation.hire("7", "ada");
        Hook hook = Hook.of(organisation, "other", BEARER, "$error(\"not yet\")", "");
        String form = "type=x&data[who]=ada%40example.org&data[fields][0]=a&data[fields][1]=b";
        String delivery =
                hook.form(as(hook), form).then().statusCode(202).extract().path("deliveryId");
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'name':'Hook','verifier':" + BEARER + ",'template':'"
                        + EVIDENCE.replace("email\": who", "email\": data.who")
                                .replace("urn:t:1\"", "urn:t:\" & data.fields[1]")
                                .replace("\"", "\\\"")
                        + "'}"))
                .put("/intake/v1/connections/" + hook.connectionId())
                .then()
                .statusCode(200);

        // When
        organisation
                .admin()
                .post("/intake/v1/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));

        // Then
        Event event = organisation.await(
                Organisation.EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("activity").path("id").asText()).isEqualTo("urn:t:b");
    }

    @Test
    void soapIsRead() {
        // Given
        String ada = organisation.hire("7", "ada");
        Hook hook = Hook.of(
                organisation,
                "lms",
                BEARER,
                EVIDENCE.replace("email\": who", "email\": Envelope.Body.Completed.User"),
                "");
        String message = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><Completed>"
                + "<User>ada@example.org</User></Completed></s:Body></s:Envelope>";

        // When
        send(hook, "text/xml; charset=utf-8", bytes(message)).then().statusCode(202);

        // Then
        Event event = organisation.await(
                Organisation.EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("provenance").path("auth").asText()).isEqualTo("bearer");
    }

    @Test
    void compressedBodyIsSignedAsItWasSentUnlessSaidOtherwise() throws IOException {
        // Given
        Sender received = Sender.of(organisation.connect("{'name':'x','source':'other','channel':'webhook',"
                + "'template':'null','verifier':" + Sender.VERIFIER + "}"));
        Sender decoded = Sender.of(organisation.connect(
                "{'name':'x','source':'other','channel':'webhook'," + "'template':'null','verifier':"
                        + Sender.VERIFIER.replace("'signed':", "'signedBody':'decoded','signed':") + "}"));
        byte[] plain = bytes("{\"a\":1}");
        byte[] packed = gzip(plain);

        // Then
        compressed(received, packed, Sender.sign(received.secret(), packed))
                .then()
                .statusCode(202);
        compressed(received, packed, Sender.sign(received.secret(), plain))
                .then()
                .statusCode(401);
        compressed(decoded, packed, Sender.sign(decoded.secret(), plain)).then().statusCode(202);
        organisation.admin().get("/intake/v1/deliveries?state=ignored").then().body("items", hasSize(2));
    }

    @Test
    void sameContentIsTheSameCompressedOrNot() throws IOException {
        // Given
        Hook hook = Hook.of(organisation, BEARER);
        send(hook, "application/json", bytes("{\"a\":1}")).then().header("Intake-Duplicate", nullValue());

        // When
        Response again = as(hook).header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(gzip(bytes("{\"a\":1}")))
                .post(hook.path());

        // Then
        again.then().statusCode(202).header("Intake-Duplicate", "true");
    }

    @ParameterizedTest
    @CsvSource({"gzip,413", "br,415", "'gzip, gzip',415", "deflate,400"})
    void whatCannotBeUnpackedIsRefusedPrecisely(String coding, int status) throws IOException {
        // Given
        Hook hook = Hook.of(organisation, BEARER);

        // When
        Response refused = as(hook).header("Content-Encoding", coding)
                .contentType("application/json")
                .body(gzip(new byte[60_000_000]))
                .post(hook.path());

        // Then
        refused.then().statusCode(status).contentType("application/problem+json");
        assertThat(refused.asString()).doesNotContain("Exception").doesNotContain(" at ");
        hook.deliveries().then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                  | {"a":1,"a":2}                                          | not-json
            application/json                  | {"a":                                                  | not-json
            application/x-www-form-urlencoded | a=%zz                                                  | not-form
            application/x-www-form-urlencoded | a=1&a[b]=2                                             | not-form
            text/xml                          | <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a> | not-xml
            """)
    void authenticButUnreadableIsKeptWithTheReason(String type, String body, String reason) {
        // Given
        Hook hook = Hook.of(organisation, BEARER);

        // When
        Response answer = type.endsWith("urlencoded") ? hook.form(as(hook), body) : send(hook, type, bytes(body));

        // Then
        answer.then().statusCode(202);
        hook.deliveries().then().body("items[0].state", equalTo("parked")).body("items[0].reason", equalTo(reason));
    }

    @Test
    void deepJsonIsKeptWithTheReason() {
        // Given
        Hook hook = Hook.of(organisation, BEARER);

        // When
        send(hook, "application/json", bytes("[".repeat(100_000))).then().statusCode(202);

        // Then
        hook.deliveries().then().body("items[0].detail", containsString("nested too deeply"));
    }

    @Test
    void whatIsNeverAMessageIsRefused() {
        // Given
        Hook hook = Hook.of(organisation, BEARER);

        // Then
        send(hook, "image/png", new byte[] {1}).then().statusCode(415).contentType("application/problem+json");
        given().contentType("image/png")
                .body(new byte[] {1})
                .post(hook.path())
                .then()
                .statusCode(401);
    }

    @Test
    void bodyWithoutALengthIsLimitedToo() throws IOException {
        // Given
        Hook hook = Hook.of(organisation, BEARER);
        String head = "POST " + hook.path() + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer " + hook.secret() + "\r\n\r\n";
        byte[] chunk = bytes("10000\r\n" + "x".repeat(65_536) + "\r\n");

        // When
        String answer = raw(head, chunk, 20);

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413 ");
        hook.deliveries().then().body("items", hasSize(0));
    }

    @Test
    void halfABodyIsNoDelivery() throws IOException {
        // Given
        Hook hook = Hook.of(organisation, BEARER);

        // When
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(bytes("POST " + hook.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
                            + "Authorization: Bearer " + hook.secret() + "\r\n\r\n{\"a\":"));
        }

        // Then
        send(hook, "application/json", bytes("{}")).then().statusCode(202);
        hook.deliveries().then().body("items", hasSize(1));
    }

    @Test
    void handshakeOfCloudEvents() {
        // Given
        Hook hook = Hook.of(organisation, BEARER);

        // When
        Response welcome = given().header("WebHook-Request-Origin", "eventemitter.example.com")
                .header("WebHook-Request-Rate", "120")
                .options(hook.path());

        // Then
        welcome.then()
                .statusCode(200)
                .header("Allow", "POST")
                .header("WebHook-Allowed-Origin", "eventemitter.example.com")
                .header("WebHook-Allowed-Rate", "*");
        given().options(hook.path())
                .then()
                .statusCode(200)
                .header("Allow", "POST")
                .header("WebHook-Allowed-Origin", nullValue());
        given().header("WebHook-Request-Origin", "a b<script>")
                .options(hook.path())
                .then()
                .statusCode(400);
        given().options("/intake/v1/hooks/7d4c1a52-96a4-4a0e-8f53-1c2f6c4d9c11")
                .then()
                .statusCode(404);
        organisation.admin().post("/intake/v1/connections/" + hook.connectionId() + "/disable");
        given().header("WebHook-Request-Origin", "x")
                .options(hook.path())
                .then()
                .statusCode(410);
    }

    @Test
    void pingsAreAnsweredAndNotKept() {
        // Given
        Hook hook = Hook.of(
                organisation,
                "hris",
                BEARER,
                "null",
                ",'ackStatus':200,'pings':[{'body':'Ping test','authenticated':false},"
                        + "{'header':'X-GitHub-Event','value':'ping'}]");

        // Then
        given().contentType("text/plain")
                .body(bytes("Ping test"))
                .post(hook.path())
                .then()
                .statusCode(200);
        given().contentType("text/plain")
                .body(bytes("Ping test!"))
                .post(hook.path())
                .then()
                .statusCode(401);
        hook.post(as(hook).header("X-GitHub-Event", "ping"), "{'zen':'x'}")
                .then()
                .statusCode(200);
        hook.post(given().header("X-GitHub-Event", "ping"), "{'zen':'x'}")
                .then()
                .statusCode(401);
        hook.deliveries().then().body("items", hasSize(0));
        organisation
                .admin()
                .get("/intake/v1/connections/" + hook.connectionId())
                .then()
                .body("pings", hasSize(2))
                .body("pings[0].body", equalTo("Ping test"));
    }

    private static RequestSpecification as(Hook hook) {
        return given().header("Authorization", "Bearer " + hook.secret());
    }

    private static Response send(Hook hook, String type, byte[] body) {
        return as(hook).contentType(type).body(body).post(hook.path());
    }

    private static Response compressed(Sender sender, byte[] body, String signature) {
        return given().header("X-Signature", signature)
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(body)
                .post("/intake/v1/hooks/" + sender.connectionId());
    }

    /** The status line and what else comes first; the server may close while this is still sending. */
    private static String raw(String head, byte[] chunk, int times) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes(head));
            try {
                for (int sent = 0; sent < times; sent++) {
                    out.write(chunk);
                }
                out.write(bytes("0\r\n\r\n"));
            } catch (IOException closed) {
                // The answer is there already.
            }
            socket.setSoTimeout(10_000);
            return new String(socket.getInputStream().readNBytes(2000), StandardCharsets.UTF_8);
        } catch (java.net.SocketTimeoutException e) {
            return "";
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
