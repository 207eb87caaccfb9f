package dev.touchstone.issuance.adapter.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IssuanceIT
class ParametersIT {

    private final Organisation organisation = Organisation.fresh();

    @ParameterizedTest
    @CsvSource({
        "/credentials/v1/credentials, issuer-admin, limit",
        "/credentials/v1/credentials, issuer-admin, personId",
        "/credentials/v1/pending, issuer-admin, limit",
        "/credentials/v1/mine, employee, limit"
    })
    void parameterThatCannotBeReadIsNamed(String path, String role, String name) {
        // When
        var answer = Api.as(organisation.tenant(), "somebody", role)
                .queryParam(name, "abc")
                .get(path)
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("errors.pointer", contains(name));
    }

    @Test
    void wordForEveryOrganisationIsNobodysAddress() {
        // When
        var answer = given().urlEncodingEnabled(false).get("/%2A/did.json").then();

        // Then
        answer.statusCode(404).contentType("application/problem+json");
    }
}
