package dev.touchstone.intake.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.standardwebhooks.Webhook;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.support.Hook;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.KeyServer;
import dev.touchstone.intake.support.Organisation;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a sender may prove who it is, over HTTP. */
@IntakeIT
class HookVerifierIT {

    private static final String EVIDENCE = "{\"evidence\": {\"person\": {\"email\": who}, \"kind\": \"work-event\","
            + " \"action\": \"resolved\", \"activity\": {\"id\": \"urn:t:1\"}, \"occurredAt\": \"2026-11-20T10:00:00Z\"}}";

    private final Organisation organisation = new Organisation();

    @Inject
    UnitOfWork unitOfWork;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'kind':'basic','username':'hris'}            | Authorization | Basic
            {'kind':'bearer'}                             | Authorization | Bearer
            {'kind':'static-header','header':'X-Hook-Key'} | x-hook-key    |
            """)
    void secretThatIsSentAndItsRotation(String verifier, String header, String scheme) {
        // Given
        Hook first = Hook.of(organisation, verifier);

        // When
        Hook second = first.rotated();

        // Then
        presenting(first, header, scheme).then().statusCode(202);
        presenting(second, header, scheme).then().statusCode(202);
        Hook third = first.rotated();
        presenting(first, header, scheme)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:unauthenticated"));
        presenting(third, header, scheme).then().statusCode(202);
        first.post("{}").then().statusCode(401);
        assertThat(keptOf(first)).doesNotContain(second.secret()).doesNotContain(third.secret());
    }

    @Test
    void formCredentialsAndTheirRotation() {
        // Given
        Hook first = Hook.of(
                organisation,
                "lms",
                "{'kind':'form-credentials','userField':'userName','passwordField':'password','username':'scorm'}",
                EVIDENCE,
                ",'bodyField':'data','ackStatus':200");
        String ada = organisation.hire("7", "ada");

        // When
        Hook second = first.rotated();

        // Then
        form(first, "ada").then().statusCode(200).header("Intake-Duplicate", nullValue());
        form(second, "ada").then().statusCode(200).header("Intake-Duplicate", "true");
        form(new Hook(organisation, first.connectionId(), "guess"), "ada")
                .then()
                .statusCode(401);
        first.post("{'who':'ada@example.org'}").then().statusCode(401);
        Event event = organisation.await(
                Organisation.EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("provenance").path("auth").asText()).isEqualTo("secret");
        assertThat(keptOf(first)).contains("data=").doesNotContain("password").doesNotContain(first.secret());
    }

    @Test
    void standardWebhooksAndTheirRotation() throws Exception {
        // Given
        Hook first = Hook.of(organisation, "{'kind':'standard-webhooks'}");

        // When
        Hook second = first.rotated();

        // Then
        assertThat(first.secret()).startsWith("whsec_");
        standard(first, "msg_1", Instant.now()).then().statusCode(202);
        standard(second, "msg_2", Instant.now()).then().statusCode(202);
        standard(first, "msg_3", Instant.now().minusSeconds(600)).then().statusCode(401);
        standard(new Hook(organisation, first.connectionId(), "whsec" + "_" + "A".repeat(32)), "msg_4", Instant.now())
                .then()
                .statusCode(401);
        first.deliveries().then().body("items", hasSize(1));
    }

    @Test
    void httpSignatureOverAddressAndDigestAndItsRotation() throws Exception {
        // Given
        Hook first = Hook.of(organisation, "{'kind':'http-signature','algorithm':'hmac-sha256'}");

        // When
        Hook second = first.rotated();

        // Then
        signed(first, "{\"n\":1}", "{\"n\":1}").then().statusCode(202);
        signed(second, "{\"n\":2}", "{\"n\":2}").then().statusCode(202);
        signed(first, "{\"n\":3}", "{\"n\":4}").then().statusCode(401);
    }

    @Test
    void publicKeyHasToBeGiven() {
        organisation
                .connect("{'name':'x','source':'other','channel':'webhook','template':'null',"
                        + "'verifier':{'kind':'http-signature','algorithm':'ed25519'}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/secret"));
    }

    @Test
    void keySetHasToBePublic() throws Exception {
        // Given
        RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();

        // Then
        jwtConnection(new JWKSet(key).toString(false))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/verifier/jwks"));
        jwtConnection("{'keys':[]}").then().statusCode(400);
        Hook hook = new Hook(
                organisation,
                jwtConnection(new JWKSet(key).toString(true))
                        .then()
                        .statusCode(201)
                        .body("secret", nullValue())
                        .extract()
                        .path("connectionId"),
                null);
        jwt(hook, key, 1).then().statusCode(401);
    }

    private Response jwtConnection(String keys) {
        return organisation.connect("{'name':'x','source':'lms','channel':'webhook','template':'null',"
                + "'verifier':{'kind':'jwt-body','issuer':'somebody else','jwks':" + keys + "}}");
    }

    @Test
    void keysOfJwtBodiesRotateWithTheSet() throws Exception {
        try (KeyServer vendor = new KeyServer()) {
            // Given
            String ada = organisation.hire("7", "ada");
            RSAKey first = new RSAKeyGenerator(2048).keyID("1").generate();
            RSAKey second = new RSAKeyGenerator(2048).keyID("2").generate();
            RSAKey third = new RSAKeyGenerator(2048).keyID("3").generate();
            Hook canvas = Hook.of(
                    organisation,
                    "lms",
                    "{'kind':'jwt-body','jwksUri':'" + vendor.address() + "','issuer':'canvas'}",
                    EVIDENCE,
                    "");
            jwt(canvas, first, 0).then().statusCode(503);
            vendor.publish(first);
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> jwt(canvas, first, 1).then().statusCode(202));
            int before = vendor.asked();

            // When
            vendor.publish(first, second);

            // Then
            jwt(canvas, second, 2).then().statusCode(202);
            jwt(canvas, first, 3).then().statusCode(202);
            vendor.publish(third);
            jwt(canvas, third, 4).then().statusCode(401);
            jwt(canvas, first, 5).then().statusCode(202);
            assertThat(vendor.asked()).isEqualTo(before + 1);
            Event event = organisation.await(
                    Organisation.EVIDENCE, found -> found.subject().equals(ada));
            assertThat(event.data().path("provenance").path("auth").asText()).isEqualTo("jwt");
            assertThat(keptOf(canvas)).contains("ada@example.org").doesNotContain("eyJ");
            organisation
                    .admin()
                    .contentType("application/json")
                    .body("{}")
                    .post("/intake/v1/connections/" + canvas.connectionId() + "/secrets")
                    .then()
                    .statusCode(409);
        }
    }

    @Test
    void whatIsUnsignedIsDeclaredAndChangesNobody() {
        // Given
        String ada = organisation.hire("7", "ada");
        Hook hook = Hook.of(
                organisation,
                "hris",
                "{'kind':'unsigned','allowUnsigned':true}",
                "[who ? " + EVIDENCE + ", login ? {\"person\": {\"employeeNumber\": \"7\", \"login\": login}}]",
                "");
        assertThat(hook.secret()).isNull();

        // When
        hook.post("{'who':'ada@example.org'}").then().statusCode(202);
        hook.post("{'login':'mallory'}").then().statusCode(202);

        // Then
        Event event = organisation.await(
                Organisation.EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("trust").asText()).isEqualTo("declared");
        assertThat(event.data().path("provenance").path("auth").asText()).isEqualTo("none");
        assertThat(event.data().path("provenance").has("submittedBy")).isFalse();
        hook.deliveries()
                .then()
                .body("items[0].state", equalTo("parked"))
                .body("items[0].reason", equalTo("template-result"));
    }

    @Test
    void unsignedEvidenceOfSomebodyNotYetKnownIsNotSaidToBeTheirOwn() {
        // Given
        Hook hook = Hook.of(organisation, "other", "{'kind':'unsigned','allowUnsigned':true}", EVIDENCE, "");
        hook.post("{'who':'ben@example.org'}").then().statusCode(202);

        // When
        String ben = organisation.hire("8", "ben");

        // Then
        Event event = organisation.await(
                Organisation.EVIDENCE, found -> found.subject().equals(ben));
        assertThat(event.data().path("trust").asText()).isEqualTo("declared");
        assertThat(event.data().path("provenance").has("submittedBy")).isFalse();
    }

    private static Response presenting(Hook hook, String header, String scheme) {
        String value = scheme == null ? hook.secret() : scheme + " " + hook.secret();
        if ("Basic".equals(scheme)) {
            value = "Basic " + base64(("hris:" + hook.secret()).getBytes(StandardCharsets.UTF_8));
        }
        return hook.post(given().header(header, value), "{}");
    }

    private static Response form(Hook hook, String who) {
        String body = "data=%7B%22who%22%3A%22" + who + "%40example.org%22%7D&userName=scorm&password=" + hook.secret();
        return hook.form(given(), body);
    }

    private static Response standard(Hook hook, String id, Instant time) throws Exception {
        String body = "{\"a\":1}";
        return hook.post(
                given().header("webhook-id", id)
                        .header("webhook-timestamp", time.getEpochSecond())
                        .header("webhook-signature", new Webhook(hook.secret()).sign(id, time.getEpochSecond(), body)),
                body);
    }

    private static Response signed(Hook hook, String signedBody, String body) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(signedBody.getBytes(StandardCharsets.UTF_8));
        String field = "sha-256=:" + base64(digest) + ":";
        String parameters = "(\"@method\" \"@target-uri\" \"content-digest\");created="
                + Instant.now().getEpochSecond();
        String base = "\"@method\": POST\n\"@target-uri\": http://localhost:" + RestAssured.port + hook.path()
                + "\n\"content-digest\": " + field + "\n\"@signature-params\": " + parameters;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(hook.secret()), "HmacSHA256"));
        RequestSpecification request = given().header("Content-Digest", field)
                .header("Signature-Input", "s=" + parameters)
                .header("Signature", "s=:" + base64(mac.doFinal(base.getBytes(StandardCharsets.UTF_8))) + ":");
        return hook.post(request, body);
    }

    private static Response jwt(Hook hook, RSAKey key, int number) throws Exception {
        String claims = "{\"iss\":\"canvas\",\"who\":\"ada@example.org\",\"n\":" + number + "}";
        JWSObject jwt = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), new Payload(claims));
        jwt.sign(new RSASSASigner(key));
        return given().contentType("application/jwt")
                .body(jwt.serialize().getBytes(StandardCharsets.US_ASCII))
                .post(hook.path());
    }

    /** All that is kept of a connection's deliveries, as text. */
    private String keptOf(Hook hook) {
        return unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<String>createNativeQuery("""
                                select string_agg(convert_from(body, 'UTF8') || cast(headers as text), ' ')
                                from delivery where connection_id = cast(cast(?1 as text) as uuid)""")
                                .setParameter(1, hook.connectionId())
                                .getSingleResult())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
