package dev.touchstone.profile.adapter.mongo;

import static dev.touchstone.profile.support.Organisation.tell;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.profile.support.Api;
import dev.touchstone.profile.support.Gate;
import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The store goes away and comes back. */
@ProfileIT
class StoreAwayIT {

    private final Organisation northwind = new Organisation("northwind");
    private final String admin = northwind.token("admin", "issuer-admin", "integration-admin");

    @Test
    void callersAreToldToComeBackAndEventsWaitForTheStore() {
        // Given
        UUID ada = UUID.randomUUID();
        tell(northwind.person(ada, 1, "Ada", "ada", "yard"));
        Api.await(admin, "/profile/v1/people/" + ada, body -> body.getString("person.displayName") != null);

        // When
        List<Response> answers;
        try (Gate.Shut storeAway = Gate.shut()) {
            tell(northwind.issued(UUID.randomUUID(), ada, "gdad:testing", 3));
            answers = List.of(
                    Api.get(admin, "/profile/v1/people/" + ada),
                    Api.get(admin, "/profile/v1/frameworks"),
                    Api.post(admin, "/profile/v1/rebuilds"),
                    given().auth()
                            .oauth2(admin)
                            .contentType("text/csv")
                            .body("Role,Role Level,Skill Name,Skill Level\nRigger,Rigger,Knots,Expert\n")
                            .post("/profile/v1/frameworks"));
        }

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(503);
        assertThat(answers).extracting(answer -> answer.header("Retry-After")).containsOnly("5");
        Api.await(
                admin,
                "/profile/v1/people/" + ada,
                body -> body.getList("holdings").size() == 1);
        assertThat(Api.get(admin, "/profile/v1/frameworks").jsonPath().getList("items"))
                .isEmpty();
    }
}
