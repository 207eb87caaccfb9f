package dev.touchstone.intake.adapter.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntakeIT
class TokenIT {

    private final Organisation organisation = new Organisation();
    private Sender lms;

    @BeforeEach
    void connect() {
        lms = Sender.lms(organisation);
    }

    @Test
    void tokenOpensWhatItsScopeSays() {
        // Given
        String writing = ask(Map.of("scope", "xapi:write")).path("access_token");
        String reading = ask(Map.of("scope", "xapi:read")).path("access_token");
        String both = ask(Map.of()).path("access_token");

        // When
        Response written = write(writing);
        Response notRead = with(writing).get("/xapi/statements");
        Response read = with(reading).get("/xapi/statements");
        Response notWritten = write(reading);

        // Then
        written.then().statusCode(200);
        notRead.then().statusCode(403).contentType("application/problem+json");
        read.then().statusCode(200).body("statements.id", contains(written.<String>path("[0]")));
        notWritten.then().statusCode(403).contentType("application/problem+json");
        write(both).then().statusCode(200);
        with(both).get("/xapi/statements").then().statusCode(200);
        with(both).get("/intake/v1/connections").then().statusCode(403);
    }

    @Test
    void isGivenForKeyAndSecretByFormAndByBasic() {
        // When
        Response byForm = ask(Map.of("scope", "xapi:write"));
        Response byBasic = given().auth()
                .preemptive()
                .basic(lms.key(), lms.secret())
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token");

        // Then
        byForm.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("scope", equalTo("xapi:write"))
                .body("expires_in", equalTo(3600));
        byBasic.then().statusCode(200).body("scope", equalTo("xapi:read xapi:write"));
    }

    @Test
    void refusesInTheWordsOfTheStandard() {
        Sender events = Sender.events(organisation, "{}");

        ask(Map.of("client_secret", "wrong")).then().statusCode(401).body("error", equalTo("invalid_client"));
        ask(Map.of("client_id", "nobody")).then().statusCode(401).body("error", equalTo("invalid_client"));
        ask(Map.of("client_id", events.connectionId())).then().statusCode(401).body("error", equalTo("invalid_client"));
        ask(Map.of("scope", "all")).then().statusCode(400).body("error", equalTo("invalid_scope"));
        ask(Map.of("grant_type", "password")).then().statusCode(400).body("error", equalTo("unsupported_grant_type"));
        given().formParam("a", "b")
                .post("/oauth2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void endsWithTheSecretAndTheConnection() {
        // Given
        String token = ask(Map.of()).path("access_token");
        String forged = token.substring(0, token.length() - 4) + "AAAA";

        // When
        write(forged).then().statusCode(401);
        write(token).then().statusCode(200);
        organisation
                .admin()
                .contentType("application/json")
                .body("{\"retireOthers\":true}")
                .post("/intake/v1/connections/" + lms.connectionId() + "/secrets")
                .then()
                .statusCode(200);

        // Then
        write(token).then().statusCode(401);
    }

    @Test
    void credentialsMayStandInTheFormOfTheOtherSyntax() {
        Lms.of(organisation);
        given().formParam(
                        "Authorization",
                        "Bearer " + ask(Map.of("scope", "xapi:read")).path("access_token"))
                .formParam("X-Experience-API-Version", "1.0.3")
                .post("/xapi/statements?method=GET")
                .then()
                .statusCode(200);
        given().formParam(
                        "Authorization",
                        "Bearer " + ask(Map.of("scope", "xapi:write")).path("access_token"))
                .formParam("X-Experience-API-Version", "1.0.3")
                .post("/xapi/statements?method=GET")
                .then()
                .statusCode(403);
        given().formParam("X-Experience-API-Version", "1.0.3")
                .post("/xapi/statements?method=GET")
                .then()
                .statusCode(401);
    }

    private Response ask(Map<String, String> changed) {
        Map<String, String> form = new HashMap<>(
                Map.of("grant_type", "client_credentials", "client_id", lms.key(), "client_secret", lms.secret()));
        form.putAll(changed);
        return given().formParams(form).post("/oauth2/token");
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).header("X-Experience-API-Version", "2.0.0");
    }

    private static Response write(String token) {
        return with(token)
                .contentType("application/json")
                .body(JsonText.bytes(Lms.statement("ada", "did", "http://a.example/1", "")))
                .post("/xapi/statements");
    }
}
