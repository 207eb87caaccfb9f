package dev.touchstone.intake.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.Failures;
import dev.touchstone.intake.support.Hook;
import dev.touchstone.intake.support.IdentityProvider;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.RawRequest;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What bad input gets, on every way in: a precise refusal, no stack trace, no lost neighbour. Each of these tests sees to
 * it that nothing was logged with a stack trace.
 */
@IntakeIT
class BadInputIT {

    private static final String TOO_LARGE = "urn:touchstone:problem:too-large";
    private static final String INVALID = "urn:touchstone:problem:invalid-request";
    private static final String BEARER = "{'kind':'bearer'}";
    private static final String NUL = "\\u0000";

    private final Organisation organisation = new Organisation();
    private Failures failures;
    private Lms lms;
    private Hook hook;
    private Sender events;

    @BeforeEach
    void connect() {
        failures = new Failures();
        lms = Lms.of(organisation);
        hook = Hook.of(organisation, BEARER);
        events = Sender.events(organisation, "null");
    }

    @AfterEach
    void nothingIsLoggedWithAStackTrace() {
        failures.close();
        assertThat(failures.traces()).isEmpty();
    }

    /** Atomic: the good statement beside the bad one is not taken either, and everything wrong is told at once. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                ",'timestamp':'-0001-01-01T00:00:00Z' | /1/timestamp",
                ",'timestamp':'+12026-01-01T00:00:00Z' | /1/timestamp",
                ",'timestamp':'2026-02-30T00:00:00Z' | /1/timestamp",
                ",'timestamp':-5 | /1/timestamp",
                ",'result':{'score':{'raw':1e400}} | /1/result/score/raw",
                ",'result':{'score':{'raw':1e-400}} | /1/result/score/raw",
                ",'result':{'score':{'raw':0e-999999999}} | /1/result/score/raw",
                ",'result':{'response':'\\u0000'} | /1/result/response",
                ",'result':{'response':'\\ud800'} | /1/result/response",
                ",'result':{'extensions':{'http://a.example/1':1e-999999999}} | /1/result/extensions/http:~1~1a.example~11",
                ",'a':1,'a':2 | ~~",
            })
    void statements(String more, String pointer) {
        // Given
        String good = Lms.statement("ada", "did", "http://a.example/good", "");
        String bad = Lms.statement("ada", "did", "http://a.example/bad", more.strip());

        // When
        Response answer = lms.post("[" + good + "," + bad + "]");

        // Then
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(INVALID))
                .body("errors.pointer", hasItem(pointer == null ? "" : pointer.strip()));
        lms.find("activity", "http://a.example/good").then().body("statements", hasSize(0));
    }

    @Test
    void whatNoStoreCanHoldIsToldWithTheOtherMistakes() {
        lms.post(Lms.statement(
                        "ada", "did", "http://a.example/1", ",'result':{'success':'yes','response':'" + NUL + "'}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/result/response", "/result/success"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'subject':'\\u0000' | /1/subject",
                "'subject':'\\ud800' | /1/subject",
                "'data':{'n':1e400} | /1/data/n",
                "'a':1,'a':2 | /1",
                "'data':DEEP | /1",
                "'time':'-2026-11-20T10:00:00Z' | /1/time",
                "'time':'2026-11-20T10:00Z' | /1/time",
                "'data_base64':'*' | /1/data_base64",
            })
    void oneBadEventDoesNotTakeItsNeighbours(String more, String pointer) {
        // Given
        String deep = "[".repeat(70) + "]".repeat(70);
        String bad = event("2").replace("'}", "'," + more.strip().replace("DEEP", deep) + "}");

        // When
        Response answer = events.bearer()
                .contentType("application/cloudevents-batch+json")
                .body(JsonText.bytes("[" + event("1") + "," + bad + "," + event("3") + "]"))
                .post("/intake/v1/events");

        // Then
        answer.then()
                .statusCode(200)
                .body("results.status", contains(202, 400, 202))
                .body("results[1].errors.pointer", hasItem(pointer.strip()));
        organisation
                .admin()
                .get("/intake/v1/deliveries?connectionId=" + events.connectionId())
                .then()
                .body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':1,'a':2}", "{'n':1e400}", "{'t':'\\u0000'}", "{'t':'\\udc00'}", "{", "[[[["})
    void webhooksThatAreAuthenticAreParkedWithTheReason(String body) {
        // When
        hook.post(given().header("Authorization", "Bearer " + hook.secret()), body)
                .then()
                .statusCode(202);

        // Then
        hook.deliveries().then().body("items.state", contains("parked")).body("items.reason", contains("not-json"));
    }

    @Test
    void invalidUtf8IsRefusedWhereverItStands() throws IOException {
        byte[] broken = {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

        lms.request()
                .contentType("application/json")
                .body(broken)
                .post("/xapi/statements")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("UTF-8"));
        events.bearer()
                .contentType("application/cloudevents+json")
                .body(broken)
                .post("/intake/v1/events")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("UTF-8"));
        assertThat(binary("ce-subject: %C3%28\r\nContent-Type: application/json", "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("/subject");
        assertThat(binary("Content-Type: text/plain", "\u00c3("))
                .startsWith("HTTP/1.1 400")
                .contains("/data");
        assertThat(RawRequest.send(
                        "GET /xapi/statements?verb=%C3%28 HTTP/1.1\r\nX-Experience-API-Version: 2.0.0\r\nAuthorization: "
                                + basic(),
                        new byte[0],
                        0))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void repeatedAndJoinedCredentialsAreNone() throws IOException {
        String bearer = "Authorization: Bearer " + events.token();
        String head =
                "POST /intake/v1/events HTTP/1.1\r\nContent-Type: application/cloudevents+json\r\nContent-Length: 2";
        String hookHead = "POST " + hook.path() + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2";
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(RawRequest.send(head + "\r\n" + bearer + "\r\nauthorization: Bearer other", body, 1))
                .startsWith("HTTP/1.1 401");
        assertThat(RawRequest.send(head + "\r\n" + bearer + "\r\n" + bearer, body, 1))
                .startsWith("HTTP/1.1 401");
        assertThat(RawRequest.send(head + "\r\n" + bearer + ", Bearer other", body, 1))
                .startsWith("HTTP/1.1 401");
        assertThat(RawRequest.send(
                        hookHead + "\r\nAuthorization: Bearer " + hook.secret() + "\r\nAuthorization: Bearer x",
                        body,
                        1))
                .startsWith("HTTP/1.1 401");
        assertThat(RawRequest.send(hookHead + "\r\naUTHORIZATION: bearer " + hook.secret(), body, 1))
                .startsWith("HTTP/1.1 202");
    }

    @Test
    void bodiesThatExpandBeyondTheLimitAreRefused() throws IOException {
        byte[] bomb = gzip(new byte[2_000_000]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int member = 0; member < 40_000; member++) {
            members.write(gzip(new byte[0]));
        }

        for (byte[] body : new byte[][] {bomb, members.toByteArray()}) {
            given().header("Authorization", "Bearer " + hook.secret())
                    .header("Content-Encoding", "gzip")
                    .contentType("application/json")
                    .body(body)
                    .post(hook.path())
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .body("type", equalTo(TOO_LARGE));
        }
    }

    @Test
    void filtersThatNestWithoutEndAreRefused() {
        IdentityProvider directory = IdentityProvider.of(organisation);
        String filter = "(".repeat(50_000) + "userName pr" + ")".repeat(50_000);

        directory
                .post(
                        "/Users/.search",
                        "{'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'filter':'" + filter + "'}")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidFilter"));
    }

    @Test
    void halfABodyLeavesNothing() throws IOException {
        // Given
        for (int length : new int[] {10, 30_000}) {
            byte[] part = ("{\"a\":\"" + "x".repeat(length)).getBytes(StandardCharsets.UTF_8);
            RawRequest.half(
                    "POST " + hook.path() + " HTTP/1.1\r\nContent-Length: 90000\r\nContent-Type: application/json\r\n"
                            + "Authorization: Bearer " + hook.secret(),
                    part);
            RawRequest.half(
                    "POST /intake/v1/events HTTP/1.1\r\nContent-Length: 90000\r\n"
                            + "Content-Type: application/cloudevents+json\r\nAuthorization: Bearer " + events.token(),
                    part);
            RawRequest.half(
                    "POST /xapi/statements HTTP/1.1\r\nContent-Length: 90000\r\nContent-Type: application/json\r\n"
                            + "X-Experience-API-Version: 2.0.0\r\nAuthorization: " + basic(),
                    part);
        }

        // When
        hook.post(given().header("Authorization", "Bearer " + hook.secret()), "{}")
                .then()
                .statusCode(202);

        // Then
        organisation.admin().get("/intake/v1/deliveries").then().body("items", hasSize(1));
    }

    private String binary(String fields, String body) throws IOException {
        return RawRequest.send(
                "POST /intake/v1/events HTTP/1.1\r\nce-specversion: 1.0\r\nce-id: 1\r\nce-source: /a\r\nce-type: t\r\n"
                        + "Content-Length: " + body.length() + "\r\n" + fields + "\r\nAuthorization: Bearer "
                        + events.token(),
                body.getBytes(StandardCharsets.ISO_8859_1),
                1);
    }

    private String basic() {
        String pair = lms.sender().key() + ":" + lms.sender().secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String id) {
        return "{'specversion':'1.0','id':'" + id + "','source':'/praise','type':'praise.given'}";
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
