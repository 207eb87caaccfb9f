package dev.touchstone.intake.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route that is for people refuses strangers and those without the role. */
@IntakeIT
class AccessIT {

    private final Organisation organisation = new Organisation();

    @ParameterizedTest
    @CsvSource({
        "POST, /intake/v1/connections, employee",
        "GET, /intake/v1/connections, assessor",
        "GET, /intake/v1/connections/{id}, manager",
        "PUT, /intake/v1/connections/{id}, manager",
        "POST, /intake/v1/connections/{id}/secrets, issuer-admin",
        "POST, /intake/v1/connections/{id}/disable, moderator",
        "POST, /intake/v1/connections/{id}/dry-run, manager",
        "GET, /intake/v1/connections/{id}/activity, employee",
        "GET, /intake/v1/presets, employee",
        "GET, /intake/v1/presets/github, manager",
        "POST, /intake/v1/people, manager",
        "GET, /intake/v1/people, employee",
        "GET, /intake/v1/people/{id}, assessor",
        "GET, /intake/v1/deliveries, employee",
        "GET, /intake/v1/deliveries/{id}, assessor",
        "GET, /intake/v1/deliveries/{id}/body, issuer-admin",
        "POST, /intake/v1/deliveries/{id}/replay, manager",
        "POST, /intake/v1/deliveries/replay, assessor",
        "GET, /intake/v1/parked, manager",
        "POST, /intake/v1/evidence, integration-admin",
        "GET, /intake/v1/evidence, integration-admin",
        "GET, /intake/v1/evidence/{id}, manager",
        "GET, /intake/v1/evidence/{id}/access-log, assessor",
        "POST, /intake/v1/evidence/files, integration-admin",
        "GET, /intake/v1/evidence/{id}/files/sha256:00, manager",
        "POST, /intake/v1/evidence/{id}/withdraw, assessor",
        "GET, /intake/v1/imports, manager",
        "GET, /intake/v1/imports/{id}, employee",
        "GET, /intake/v1/imports/{id}/rows, employee",
        "POST, /intake/v1/evidence/{id}/witness-requests, manager",
        "GET, /intake/v1/evidence/{id}/witness-requests, integration-admin",
        "GET, /intake/v1/witness-requests, manager",
        "POST, /intake/v1/witness-requests/{id}/statement, assessor",
        "POST, /intake/v1/witness-requests/{id}/decline, manager",
        "POST, /intake/v1/events, employee",
        "POST, /xapi/statements, employee",
        "PUT, /xapi/statements, integration-admin",
        "GET, /xapi/statements, integration-admin",
        "GET, /xapi/activities, manager",
        "GET, /xapi/agents, manager",
        "GET, /xapi/activities/state, employee",
        "PUT, /xapi/activities/state, employee",
        "POST, /xapi/activities/state, employee",
        "DELETE, /xapi/activities/state, employee",
        "GET, /xapi/activities/profile, assessor",
        "PUT, /xapi/activities/profile, assessor",
        "POST, /xapi/activities/profile, assessor",
        "DELETE, /xapi/activities/profile, assessor",
        "GET, /xapi/agents/profile, moderator",
        "PUT, /xapi/agents/profile, moderator",
        "POST, /xapi/agents/profile, moderator",
        "DELETE, /xapi/agents/profile, moderator"
    })
    void refusesStrangersAndOtherRoles(String method, String path, String otherRole) {
        // Given
        String address = path.replace("{id}", UUID.randomUUID().toString());

        // When
        var stranger = given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{}")
                .request(method, address);
        var forged = given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                .contentType("application/json")
                .body("{}")
                .request(method, address);
        var other = organisation
                .as("eve", otherRole)
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{}")
                .request(method, address);

        // Then
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.contentType()).startsWith("application/problem+json");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.contentType()).startsWith("application/problem+json");
    }
}
