package dev.touchstone.profile.adapter.http;

import static dev.touchstone.profile.support.Organisation.tell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.chassis.json.ContractSchemas;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.profile.adapter.kafka.RoleSheets;
import dev.touchstone.profile.support.Api;
import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every kind of answer follows the schema the API description gives for it. */
@ProfileIT
class AnswersIT {

    @Inject
    ContractSchemas schemas;

    private final Organisation northwind = new Organisation("northwind");
    private final UUID ada = UUID.randomUUID();
    private final String admin = northwind.token("admin", "issuer-admin", "integration-admin");
    private final String employee = northwind.token("ada", "employee");

    @Test
    void answersFollowTheDescription() {
        // Given
        UUID revoked = UUID.randomUUID();
        tell(
                northwind.person(ada, 1, "Ada", "ada", "yard"),
                northwind.issued(UUID.randomUUID(), ada, "rigs:knots", 2),
                northwind.issued(
                        UUID.randomUUID(),
                        ada,
                        "rigs:knots",
                        4,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2021-01-01T00:00:00Z")),
                northwind.issued(revoked, ada, "rigs:radio", 1),
                northwind.revoked(revoked, ada),
                northwind.published("rope", 1, "rigs:knots", 4));
        RoleSheets.putInForce(admin, "rigs", "Rigger,Rigger,Knots,Expert", "Rigger,Rigger,Radio,Working");
        String fit = "/profile/v1/me/fit?roleId=rigs:rigger:rigger";
        Api.await(
                admin,
                "/profile/v1/people/" + ada,
                body -> body.getList("credentials").size() == 3 && body.getString("person.displayName") != null);
        Api.await(employee, fit, body -> body.getList("nextSteps").size() == 1);

        // When
        JsonNode rebuild = answer(Api.post(admin, "/profile/v1/rebuilds").asString());

        // Then
        follows("Rebuild", rebuild);
        follows("Passport", get(employee, "/profile/v1/me"));
        follows("Fit", get(employee, fit));
        follows("UnitSkills", get(admin, "/profile/v1/units/yard/skills"));
        follows("Framework", get(admin, "/profile/v1/frameworks/rigs"));
        follows("Role", get(admin, "/profile/v1/roles/rigs:rigger:rigger"));
        follows("ProjectedPositions", get(admin, "/profile/v1/freshness"));
        follows("Problem", get(admin, "/profile/v1/people/nobody"));
        eachFollows("View", get(employee, "/profile/v1/me/views"));
        eachFollows("SkillCount", get(admin, "/profile/v1/skills"));
        eachFollows("Holder", get(admin, "/profile/v1/holders?skillId=rigs:knots"));
        eachFollows("Framework", get(admin, "/profile/v1/frameworks"));
        eachFollows("RoleSummary", get(admin, "/profile/v1/roles"));
        eachFollows("RoleSummary", get(admin, "/profile/v1/frameworks/rigs/roles"));
        eachFollows("FrameworkSkill", get(admin, "/profile/v1/frameworks/rigs/skills"));
        Api.await(
                admin,
                "/profile/v1/rebuilds/" + rebuild.get("rebuildId").asText(),
                body -> body.getString("state").equals("completed"));
    }

    private void eachFollows(String schema, JsonNode page) {
        assertThat(page.get("items")).isNotEmpty();
        page.get("items").forEach(item -> follows(schema, item));
    }

    private void follows(String schema, JsonNode answer) {
        assertThat(schemas.errors(schema, answer)).as("%s %s", schema, answer).isEqualTo(List.of());
    }

    private static JsonNode get(String token, String path) {
        return answer(Api.get(token, path).asString());
    }

    private static JsonNode answer(String body) {
        try {
            return Json.STRICT.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(body, notJson);
        }
    }
}
