package dev.touchstone.profile.adapter.http;

import static dev.touchstone.profile.support.Organisation.tell;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.profile.support.Api;
import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see what, route by route. */
@ProfileIT
class AccessIT {

    private static final String SOMEBODY = "0192f4c6-0000-7000-8000-000000000001";

    private final Organisation northwind = new Organisation("northwind");
    private final UUID ada = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID mia = UUID.randomUUID();
    private final String admin = northwind.token("admin", "issuer-admin");

    /** Method, path, and a role that is not enough. */
    @ParameterizedTest
    @CsvSource({
        "GET,/profile/v1/me,assessor",
        "GET,/profile/v1/me/views,assessor",
        "GET,/profile/v1/me/fit?roleId=x,assessor",
        "GET,/profile/v1/people/" + SOMEBODY + ",assessor",
        "GET,/profile/v1/people/" + SOMEBODY + "/fit?roleId=x,assessor",
        "GET,/profile/v1/units/yard/skills,employee",
        "GET,/profile/v1/skills,integration-admin",
        "GET,/profile/v1/holders?skillId=x,employee",
        "GET,/profile/v1/frameworks,integration-admin",
        "POST,/profile/v1/frameworks,manager",
        "GET,/profile/v1/frameworks/gdad,integration-admin",
        "GET,/profile/v1/frameworks/gdad/roles,integration-admin",
        "GET,/profile/v1/frameworks/gdad/skills,integration-admin",
        "GET,/profile/v1/roles,integration-admin",
        "GET,/profile/v1/roles/gdad:a:b,integration-admin",
        "POST,/profile/v1/rebuilds,issuer-admin",
        "GET,/profile/v1/rebuilds/" + SOMEBODY + ",issuer-admin",
        "GET,/profile/v1/freshness,issuer-admin"
    })
    void everyRouteRefusesWhoIsNotSignedInAndWhoHasNotTheRole(Method method, String path, String wrongRole) {
        // Given
        String notEnough = northwind.token("eve", wrongRole);

        // When
        Response stranger = request().request(method, path);
        Response wrong = request().auth().oauth2(notEnough).request(method, path);

        // Then
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.jsonPath().getString("type")).isEqualTo("urn:touchstone:problem:unauthenticated");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.jsonPath().getString("type")).isEqualTo("urn:touchstone:problem:forbidden");
    }

    @Test
    void peopleSeeThemselvesManagersTheirUnitAndAdministratorsEveryone() {
        // Given
        staff();

        // When
        List<Integer> statuses = List.of(
                status(northwind.token("ada", "employee"), "/profile/v1/people/" + ada),
                status(northwind.token("ada", "employee"), "/profile/v1/people/" + ben),
                status(northwind.token("mia", "manager"), "/profile/v1/people/" + ada),
                status(northwind.token("mia", "manager"), "/profile/v1/people/" + ben),
                status(northwind.token("mia", "manager"), "/profile/v1/units/yard/skills"),
                status(northwind.token("mia", "manager"), "/profile/v1/units/office/skills"),
                status(northwind.token("nobody", "manager"), "/profile/v1/people/" + ada),
                status(northwind.token("nobody", "manager"), "/profile/v1/holders?skillId=x"),
                status(admin, "/profile/v1/people/" + ben));

        // Then
        assertThat(statuses).containsExactly(200, 403, 200, 403, 200, 403, 403, 403, 200);
    }

    @Test
    void anotherOrganisationsPeopleUnitsRolesAndRebuildsAreNotThere() {
        // Given
        staff();
        Organisation other = new Organisation("contoso");
        String intruder = other.token("root", "issuer-admin", "integration-admin");
        String rebuild = Api.post(northwind.token("ops", "integration-admin"), "/profile/v1/rebuilds")
                .header("Location");

        // When
        List<Integer> statuses = List.of(
                status(intruder, "/profile/v1/people/" + ada),
                status(intruder, "/profile/v1/people/" + ada + "/fit?roleId=gdad:a:b"),
                status(intruder, "/profile/v1/units/yard/skills"),
                status(intruder, "/profile/v1/frameworks/gdad/roles"),
                status(intruder, path(rebuild)),
                status(intruder, "/profile/v1/me"));

        // Then
        assertThat(statuses).containsOnly(404);
        assertThat(Api.get(intruder, "/profile/v1/holders?skillId=gdad:testing")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(Api.get(intruder, "/profile/v1/skills").jsonPath().getList("items"))
                .isEmpty();
        Api.await(
                northwind.token("ops", "integration-admin"),
                path(rebuild),
                body -> body.getString("state").equals("completed"));
    }

    @Test
    void whoeverWasLookedAtCanReadWhoLooked() {
        // Given
        staff();
        String manager = northwind.token("mia", "manager");
        Api.get(manager, "/profile/v1/people/" + ada);
        Api.get(manager, "/profile/v1/holders?skillId=gdad:testing");
        Api.get(manager, "/profile/v1/units/yard/skills");
        Api.get(admin, "/profile/v1/people/" + ada);
        Api.get(northwind.token("ada", "employee"), "/profile/v1/me");

        // When
        String token = northwind.token("ada", "employee");
        JsonPath first = Api.get(token, "/profile/v1/me/views?limit=3").jsonPath();
        JsonPath second = Api.get(token, "/profile/v1/me/views?limit=3&cursor=" + first.getString("next"))
                .jsonPath();

        // Then
        assertThat(first.getList("items.kind")).containsExactly("passport", "unit", "skill-search");
        assertThat(second.getString("items[0].kind")).isEqualTo("passport");
        assertThat(second.getString("items[0].login")).isEqualTo("mia");
        assertThat(first.getString("items[0].viewer")).isNull();
        assertThat(first.getString("items[0].login")).isEqualTo("admin");
        assertThat(first.getString("items[1].viewer.displayName")).isEqualTo("Mia");
        assertThat(Api.get(manager, "/profile/v1/me/views").jsonPath().getList("items.login"))
                .doesNotContain("mia");
    }

    @Test
    void idsThatAreNoneAndCursorsThatAreNotOursAreToldApart() {
        // Given
        staff();

        // When
        List<Integer> statuses = List.of(
                status(admin, "/profile/v1/people/not-an-id"),
                status(admin, "/profile/v1/holders"),
                status(admin, "/profile/v1/holders?skillId=x&minLevel=0"),
                status(admin, "/profile/v1/holders?skillId=x&cursor=bm90IG91cnM"),
                status(admin, "/profile/v1/skills?limit=201"),
                status(admin, "/profile/v1/roles?cursor=%25%25"),
                status(admin, "/profile/v1/people/" + ada + "/fit"));

        // Then
        assertThat(statuses).containsExactly(404, 400, 400, 400, 400, 400, 400);
    }

    private void staff() {
        tell(
                northwind.person(ada, 1, "Ada", "ada", "yard"),
                northwind.person(ben, 1, "Ben", "ben", "office"),
                northwind.person(mia, 1, "Mia", "mia", "yard"),
                northwind.issued(UUID.randomUUID(), ada, "gdad:testing", 2));
        Api.await(
                admin,
                "/profile/v1/people/" + ada,
                body -> body.getList("holdings").size() == 1 && body.getString("person.displayName") != null);
        Api.await(admin, "/profile/v1/people/" + ben, body -> body.getString("person.displayName") != null);
        Api.await(admin, "/profile/v1/people/" + mia, body -> body.getString("person.displayName") != null);
    }

    private static int status(String token, String path) {
        return Api.get(token, path).statusCode();
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/profile/"));
    }

    private static RequestSpecification request() {
        return given().contentType("text/csv").body("x");
    }
}
