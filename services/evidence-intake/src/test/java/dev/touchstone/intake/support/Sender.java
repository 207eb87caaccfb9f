package dev.touchstone.intake.support;

import static io.restassured.RestAssured.given;

import dev.touchstone.intake.JsonText;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A system that delivers by a connection. */
public record Sender(String connectionId, String key, String secret, String token) {

    public static final String VERIFIER = """
            {'kind':'hmac','algorithm':'HmacSHA256','header':'X-Signature','prefix':'sha256=','encoding':'hex',
             'signed':'{body}'}""";

    /** An LMS that speaks xAPI. */
    public static Sender lms(Organisation organisation) {
        return of(organisation.connect("{'name':'LMS','source':'lms','channel':'xapi'}"));
    }

    /** A system that signs its webhooks with {@link #VERIFIER}. */
    public static Sender webhook(Organisation organisation, String source, String template) {
        return of(organisation.connect("{'name':'Hook','source':'" + source + "','channel':'webhook','verifier':"
                + VERIFIER + ",'template':" + text(template) + "}"));
    }

    /** A system that sends CloudEvents. */
    public static Sender events(Organisation organisation, String template) {
        return of(organisation.connect(
                "{'name':'Events','source':'other','channel':'cloudevents','template':" + text(template) + "}"));
    }

    public static Sender of(Response created) {
        created.then().statusCode(201);
        return new Sender(
                created.path("connectionId"), created.path("key"), created.path("secret"), created.path("token"));
    }

    /** Single quotes stand for double ones. */
    public Response statements(String body) {
        return xapi().body(JsonText.bytes(body)).post("/xapi/statements");
    }

    public RequestSpecification xapi() {
        return given().auth()
                .preemptive()
                .basic(key, secret)
                .header("X-Experience-API-Version", "1.0.3")
                .contentType("application/json");
    }

    /** Single quotes stand for double ones. */
    public Response hook(String body) {
        return hook(JsonText.bytes(body));
    }

    public Response hook(byte[] body) {
        return hook(body, sign(secret, body));
    }

    public Response hook(byte[] body, String signature) {
        return given().header("X-Signature", signature)
                .contentType("application/json")
                .body(body)
                .post("/intake/v1/hooks/" + connectionId);
    }

    public RequestSpecification bearer() {
        return given().header("Authorization", "Bearer " + token);
    }

    /** Single quotes stand for double ones. */
    public Response event(String body) {
        return bearer().contentType("application/cloudevents+json")
                .body(JsonText.bytes(body))
                .post("/intake/v1/events");
    }

    public static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a JSON string in which single quotes stand for double ones: templates are written with double ones. */
    private static String text(String template) {
        return "'" + template.replace("\"", "\\\"").replace("\n", " ") + "'";
    }
}
