package dev.touchstone.issuance.support;

import static io.restassured.RestAssured.given;

import dev.touchstone.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The service's interface as its callers use it. */
public final class Api {

    private Api() {}

    public static RequestSpecification admin(String tenant) {
        return as(tenant, "issuer-admin-of-" + tenant, "issuer-admin");
    }

    public static RequestSpecification as(String tenant, String login, String... roles) {
        return given().auth().oauth2(Tokens.bearer(tenant, login, roles));
    }

    /** The signed document, to the byte. */
    public static String credential(String credentialId) {
        return given().accept("application/vc+ld+json")
                .get("/credentials/{id}", credentialId)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    public static ValidatableResponse verify(String document) {
        return given().contentType("application/vc+ld+json")
                .body(document.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/credentials/verify")
                .then();
    }

    public static ValidatableResponse revoke(String tenant, String credentialId, String reason) {
        return admin(tenant)
                .contentType("application/json")
                .body("{\"reasonCode\": \"" + reason + "\"}")
                .post("/credentials/v1/credentials/{id}/revoke", credentialId)
                .then();
    }

    public static ValidatableResponse reissue(String tenant, String credentialId) {
        return admin(tenant)
                .post("/credentials/v1/credentials/{id}/reissue", credentialId)
                .then();
    }

    public static ValidatableResponse mine(String tenant, UUID personId) {
        return as(tenant, personId.toString(), "employee")
                .get("/credentials/v1/mine")
                .then();
    }

    public static ValidatableResponse pending(String tenant) {
        return admin(tenant).get("/credentials/v1/pending").then().statusCode(200);
    }

    public static ValidatableResponse retry(String tenant, UUID decisionId) {
        return admin(tenant)
                .post("/credentials/v1/pending/{decisionId}/retry", decisionId)
                .then();
    }

    public static ValidatableResponse credentialsOf(String tenant, UUID personId) {
        return admin(tenant)
                .queryParam("personId", personId)
                .get("/credentials/v1/credentials")
                .then()
                .statusCode(200);
    }
}
