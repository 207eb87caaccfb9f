package dev.touchstone.profile.adapter.http;

import static dev.touchstone.profile.support.Organisation.tell;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.profile.support.Api;
import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Role sheets in, roles to compare with out. */
@ProfileIT
class FrameworkIT {

    private static final String HEADER = "Role,Role Level,Skill Name,Skill Level,Importance,Mandatory\n";

    private final Organisation northwind = new Organisation("northwind");
    private final String admin = northwind.token("admin", "issuer-admin");

    @Test
    void thePublishedFrameworkIsPutInForceOnceAndCanBeComparedWith() throws IOException {
        Path roles = Path.of(System.getProperty("touchstone.shared", "../../../shared"), "data/gdad/roles.csv");
        assumeTrue(Files.exists(roles));

        // Given
        byte[] sheet = Files.readAllBytes(roles);
        UUID ada = UUID.randomUUID();
        tell(
                northwind.person(ada, 1, "Ada", "ada", "yard"),
                northwind.issued(UUID.randomUUID(), ada, "gdad:programming-and-build-software-engineering", 3),
                northwind.issued(UUID.randomUUID(), ada, "gdad:prototyping", 1),
                northwind.published("prototyping", 1, "gdad:prototyping", 3));

        // When
        Response first = importSheet("?version=2025-09", sheet);
        Response again = importSheet("?version=2025-09", sheet);

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.jsonPath().getInt("report.roleLevels")).isEqualTo(201);
        assertThat(first.jsonPath().getInt("report.skills")).isEqualTo(188);
        assertThat(first.jsonPath().getInt("report.edges")).isEqualTo(1_781);
        assertThat(first.jsonPath().getString("attribution")).contains("Open Government Licence v3.0");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("importedAt"))
                .isEqualTo(first.jsonPath().getString("importedAt"));
        assertThat(pages("/profile/v1/frameworks/gdad/roles")).hasSize(201);
        assertThat(pages("/profile/v1/frameworks/gdad/skills")).hasSize(188);
        JsonPath fit = Api.await(
                northwind.token("ada", "employee"),
                "/profile/v1/me/fit?roleId=gdad:software-developer:senior-developer",
                body -> body.getInt("points") == 4 && body.getList("nextSteps").size() == 1);
        assertThat(fit.getInt("possiblePoints")).isEqualTo(28);
        assertThat(fit.getFloat("fit")).isEqualTo(0.1429f);
        assertThat(fit.getList("gaps")).hasSize(9);
        assertThat(fit.getString("nextSteps[0].achievementId")).isEqualTo("prototyping");
    }

    @Test
    void aNewEditionReplacesTheOldOneWhole() {
        // Given
        String own = "?frameworkId=rigs&title=Riggers&licence=Ours&attribution=By+us";
        importSheet(own, (HEADER + "Rigger,Junior,Knots,Working,,\nRigger,Senior,Knots,Expert,,\n").getBytes());

        // When
        Response replaced = importSheet(own, (HEADER + "Rigger,Senior,Knots,Practitioner,5,no\n").getBytes());

        // Then
        assertThat(replaced.statusCode()).isEqualTo(201);
        assertThat(pages("/profile/v1/frameworks/rigs/roles")).containsExactly("rigs:rigger:senior");
        assertThat(pages("/profile/v1/roles")).containsExactly("rigs:rigger:senior");
        JsonPath role = Api.get(admin, "/profile/v1/roles/rigs:rigger:senior").jsonPath();
        assertThat(role.getString("requirements[0].level.name")).isEqualTo("Practitioner");
        assertThat(role.getInt("requirements[0].importance")).isEqualTo(5);
        assertThat(role.getBoolean("requirements[0].mandatory")).isFalse();
        assertThat(Api.get(admin, "/profile/v1/roles/rigs:rigger:junior").statusCode())
                .isEqualTo(404);
        assertThat(Api.get(admin, "/profile/v1/frameworks").jsonPath().getList("items.title"))
                .containsExactly("Riggers");
    }

    @Test
    void whatCannotBeUsedIsNamedAndTheRestIsTaken() {
        // Given
        String sheet = HEADER + "Rigger,Senior,Knots,Expert,,\nRigger,Senior,Radio,Guru,,\nRigger\n";

        // When
        Response taken = importSheet("", sheet.getBytes());

        // Then
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(taken.jsonPath().getInt("report.rejected")).isEqualTo(2);
        assertThat(taken.jsonPath().getList("report.rejectedRows.line")).containsExactly(3, 4);
    }

    @Test
    void bodiesThatAreNoSheetAreRefusedWithAPointer() {
        // Given
        byte[] tooLarge = new byte[11 * 1024 * 1024];
        java.util.Arrays.fill(tooLarge, (byte) 'a');

        // When
        List<Response> refusals = List.of(
                importSheet("", "a,b\n1,2\n".getBytes()),
                importSheet("", (HEADER + "Rigger,\"Senior,Knots,Expert,,\n").getBytes()),
                importSheet("", (HEADER + "Rigger,NOT IN USE,Knots,NOT IN USE,,\n").getBytes()),
                importSheet("?frameworkId=rigs", (HEADER + "Rigger,Senior,Knots,Expert,,\n").getBytes()),
                importSheet("", tooLarge),
                given().auth()
                        .oauth2(admin)
                        .contentType("application/json")
                        .body("{}")
                        .post("/profile/v1/frameworks"));

        // Then
        assertThat(refusals).extracting(Response::statusCode).containsExactly(400, 400, 400, 400, 413, 415);
        assertThat(refusals.get(0).jsonPath().getString("errors[0].detail"))
                .isEqualTo("Line 1: The header lacks Role, Role Level, Skill Name, Skill Level.");
        assertThat(refusals.get(3).jsonPath().getList("errors.pointer"))
                .containsExactly("title", "licence", "attribution");
        assertThat(Api.get(admin, "/profile/v1/frameworks").jsonPath().getList("items"))
                .isEmpty();
    }

    private Response importSheet(String query, byte[] csv) {
        return given().auth()
                .oauth2(admin)
                .contentType("text/csv")
                .body(csv)
                .when()
                .post("/profile/v1/frameworks" + query);
    }

    /** The ids of all pages. */
    private List<String> pages(String path) {
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = Api.get(admin, path + "?limit=50" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .jsonPath();
            List<String> roles = page.getList("items.roleId", String.class);
            ids.addAll(roles.contains(null) ? page.getList("items.skillId", String.class) : roles);
            cursor = page.getString("next");
        }
        return ids;
    }
}
