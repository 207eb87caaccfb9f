package dev.touchstone.issuance.adapter.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what. */
@IssuanceIT
class AccessIT {

    private static final String CREDENTIAL = "8e0b1f0a-3f0e-4c57-9c52-1b2f0a6f3a10";

    private final Organisation organisation = Organisation.fresh();

    @ParameterizedTest
    @CsvSource({
        "GET, /credentials/v1/issuer, employee",
        "PUT, /credentials/v1/issuer, employee",
        "GET, /credentials/v1/pending, employee",
        "POST, /credentials/v1/pending/" + CREDENTIAL + "/retry, assessor",
        "GET, /credentials/v1/credentials, manager",
        "POST, /credentials/v1/credentials/" + CREDENTIAL + "/revoke, assessor",
        "POST, /credentials/v1/credentials/" + CREDENTIAL + "/reissue, employee",
        "GET, /credentials/v1/mine, issuer-admin"
    })
    void refusesStrangersAndTheWrongRole(String method, String path, String wrongRole) {
        // When / Then
        withBody(given(), method)
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:unauthenticated"));
        withBody(Api.as(organisation.tenant(), "somebody", wrongRole), method)
                .request(method, path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:forbidden"));
    }

    @Test
    void refusesATokenThatIsNotOne() {
        given().auth()
                .oauth2("not.a.token")
                .get("/credentials/v1/issuer")
                .then()
                .statusCode(401);
    }

    @Test
    void showsNoOrganisationWhatBelongsToAnother() {
        // Given
        UUID person = UUID.randomUUID();
        String id = organisation.issue(person).data().get("credentialId").asText();
        String other = Organisation.fresh().tenant();

        // When / Then
        Api.revoke(other, id, "other").statusCode(404);
        Api.reissue(other, id).statusCode(404);
        Api.credentialsOf(other, person).body("items", hasSize(0));
        Api.pending(other).body("items", hasSize(0));
        Api.admin(other).get("/credentials/v1/issuer").then().statusCode(404);
        Api.as(other, person.toString(), "employee")
                .get("/credentials/v1/mine")
                .then()
                .statusCode(404);
        Api.credentialsOf(organisation.tenant(), person).body("items[0].state", equalTo("active"));
    }

    private static RequestSpecification withBody(RequestSpecification request, String method) {
        return method.equals("GET")
                ? request
                : request.contentType("application/json").body("{}");
    }
}
