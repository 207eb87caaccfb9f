package dev.touchstone.assessment.adapter.http;

import static dev.touchstone.assessment.support.Definitions.byPeople;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.assessment.support.Store;
import dev.touchstone.testkit.Topics;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do and see what, route by route. */
@AssessmentIT
class AccessIT {

    private static final String CASE = "/cases/0192f4c6-0000-7000-8000-000000000001";

    private final Organisation northwind = new Organisation("northwind");
    private final Organisation contoso = new Organisation("contoso");

    @Inject
    Store store;

    /** Method, path, and a role that is not enough. */
    @ParameterizedTest
    @CsvSource({
        "POST,/achievements,employee",
        "GET,/achievements,integration-admin",
        "GET,/achievements/first-aid,integration-admin",
        "GET,/achievements/first-aid/versions/1,integration-admin",
        "POST,/achievements/first-aid/retire,assessor",
        "GET,/queue,employee",
        "GET,/claims,manager",
        "GET," + CASE + ",integration-admin",
        "POST," + CASE + "/claim,employee",
        "POST," + CASE + "/release,manager",
        "POST," + CASE + "/judgements,issuer-admin",
        "GET,/reviews,assessor",
        "POST,/reviews/0192f4c6-0000-7000-8000-000000000001/uphold,issuer-admin",
        "GET,/mine,integration-admin"
    })
    void everyRouteRefusesWhoIsNotSignedInAndWhoHasNotTheRole(Method method, String path, String wrongRole) {
        // Given
        String notEnough = northwind.token("eve", wrongRole);

        // When
        Response stranger = request(method).request(method, "/assessment/v1" + path);
        Response wrong = request(method).auth().oauth2(notEnough).request(method, "/assessment/v1" + path);

        // Then
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.jsonPath().getString("type")).isEqualTo("urn:touchstone:problem:unauthenticated");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.jsonPath().getString("type")).isEqualTo("urn:touchstone:problem:forbidden");
    }

    @Test
    void whatBelongsToAnotherOrganisationIsNotThere() {
        // Given
        Api.publish(northwind, byPeople("reviewer", merged(1)));
        UUID maya = northwind.person("maya");
        contoso.person("otto");
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        String path = "/cases/" + Api.awaitOwnCase(northwind.token("maya", "employee"), "reviewer", "ready");
        String otto = contoso.token("otto", "employee", "assessor", "moderator", "issuer-admin");
        Api.await(otto, "/queue", body -> true);
        var judgement = dev.touchstone.assessment.support.Definitions.read("""
                {"rulesOfEvidence": {"validity": {"met": true}, "sufficiency": {"met": true},
                 "authenticity": {"met": true}, "currency": {"met": true}}}""");

        // When
        List<Response> answers = List.of(
                Api.get(otto, path),
                Api.post(otto, path + "/claim"),
                Api.post(otto, path + "/release"),
                Api.post(otto, path + "/judgements", judgement),
                Api.get(otto, "/achievements/reviewer"),
                Api.get(otto, "/achievements/reviewer/versions/1"),
                Api.post(
                        otto,
                        "/achievements/reviewer/retire",
                        dev.touchstone.assessment.support.Definitions.read("{}")));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(404);
        assertThat(answers.get(0).jsonPath().getString("detail")).isEqualTo("There is no such case.");
        assertThat(Api.get(otto, "/queue").jsonPath().getList("items")).isEmpty();
        assertThat(Api.get(otto, "/achievements").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void aCaseIsReadByItsEarnerItsAssessorAndModerators() {
        // Given
        Api.publish(northwind, byPeople("reviewer", merged(1)));
        UUID maya = northwind.person("maya");
        northwind.person("ida");
        northwind.person("ben");
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        String path = "/cases/" + Api.awaitOwnCase(northwind.token("maya", "employee"), "reviewer", "ready");
        String ida = northwind.assessor("ida");
        Api.await(ida, "/queue", body -> body.getList("items").size() == 1);

        // When
        int before = Api.get(ida, path).statusCode();
        Api.post(ida, path + "/claim").then().statusCode(200);

        // Then
        assertThat(before).isEqualTo(403);
        assertThat(Api.get(ida, path).statusCode()).isEqualTo(200);
        assertThat(Api.get(northwind.token("maya", "employee"), path).statusCode())
                .isEqualTo(200);
        assertThat(Api.get(northwind.token("mo", "moderator"), path).statusCode())
                .isEqualTo(200);
        assertThat(Api.get(northwind.assessor("ben"), path).statusCode()).isEqualTo(403);
        assertThat(Api.get(northwind.token("boss", "manager"), path).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theDatabaseItselfKeepsOrganisationsApart() {
        // When
        List<String> unguarded = store.texts("""
                select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname <> 'flyway_schema_history' and not (relrowsecurity and relforcerowsecurity)""");

        // Then
        assertThat(unguarded).isEmpty();
    }

    private static RequestSpecification request(Method method) {
        return method == Method.POST ? given().contentType("application/json").body("{}") : given();
    }
}
