package dev.touchstone.profile.adapter.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ProfileIT
class ParametersIT {

    private final Organisation northwind = new Organisation("northwind");

    @ParameterizedTest
    @CsvSource({"/me/views,limit", "/roles,limit", "/frameworks/gdad/roles,limit", "/frameworks/gdad/skills,limit"})
    void parameterThatCannotBeReadIsNamed(String path, String name) {
        // When
        var answer = given().auth()
                .oauth2(northwind.token("ada", "employee"))
                .queryParam(name, "abc")
                .get("/profile/v1" + path)
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("errors.pointer", contains(name));
    }
}
