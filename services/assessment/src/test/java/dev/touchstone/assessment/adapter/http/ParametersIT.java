package dev.touchstone.assessment.adapter.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AssessmentIT
class ParametersIT {

    private final Organisation northwind = new Organisation("northwind");

    @ParameterizedTest
    @CsvSource({"/achievements,employee", "/queue,assessor", "/mine,employee"})
    void parameterThatCannotBeReadIsNamed(String path, String role) {
        // When
        var answer = given().auth()
                .oauth2(northwind.token("ada", role))
                .queryParam("limit", "abc")
                .get("/assessment/v1" + path)
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("errors.pointer", contains("limit"));
    }
}
