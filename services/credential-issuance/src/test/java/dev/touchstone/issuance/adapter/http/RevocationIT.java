package dev.touchstone.issuance.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.Database;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@IssuanceIT
class RevocationIT {

    private final Organisation organisation = Organisation.fresh();
    private final UUID person = UUID.randomUUID();

    @Inject
    Database database;

    @Test
    void revokesForEverybodyToSee() {
        // Given
        String id = issue();
        String before = statusListTag();

        // When
        var answer = Api.revoke(organisation.tenant(), id, "issued-in-error");

        // Then
        answer.statusCode(200)
                .body("state", equalTo("revoked"))
                .body("revocationReason", equalTo("issued-in-error"))
                .body("revokedAt", notNullValue());
        Event told = Topics.await(Organisation.CREDENTIALS, event -> isRevocation(event, id));
        EventSchemas.assertValid(told.type(), told.data());
        assertThat(told.data().get("version").asInt()).isEqualTo(2);
        assertThat(told.key()).isEqualTo(organisation.tenant() + ":" + person);
        assertThat(statusListTag()).isNotEqualTo(before);
        Api.verify(Api.credential(id))
                .body("verdict", equalTo("invalid"))
                .body("checks.find { it.check == 'status' }.outcome", equalTo("fail"))
                .body("checks.find { it.check == 'status' }.reason", equalTo("revoked by the issuer"))
                .body("checks.find { it.check == 'proof' }.outcome", equalTo("pass"));
        given().accept("text/html").get("/credentials/{id}", id).then().body(containsString("Revoked on"));
    }

    @Test
    void leavesOtherCredentialsAlone() {
        // Given
        String revoked = issue();
        String kept = issue();

        // When
        Api.revoke(organisation.tenant(), revoked, "other").statusCode(200);

        // Then
        Api.verify(Api.credential(kept)).body("verdict", equalTo("valid"));
    }

    @Test
    void answersTheSameWhenAskedAgainAndTellsItOnce() {
        // Given
        String id = issue();
        Api.revoke(organisation.tenant(), id, "evidence-withdrawn").statusCode(200);

        // When
        var again = Api.revoke(organisation.tenant(), id, "other");

        // Then
        again.statusCode(200).body("revocationReason", equalTo("evidence-withdrawn"));
        String marker = issue();
        Topics.await(
                Organisation.CREDENTIALS,
                event -> event.data().path("credentialId").asText().equals(marker));
        assertThat(Topics.all(Organisation.CREDENTIALS))
                .filteredOn(event -> isRevocation(event, id))
                .hasSize(1);
    }

    @Test
    void losesNoRevocationWhenManyComeAtOnce() throws Exception {
        // Given
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(issue());
        }
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<Future<Integer>> answers = new ArrayList<>();

        // When
        for (String id : ids) {
            answers.add(callers.submit(() -> Api.revoke(organisation.tenant(), id, "key-compromise")
                    .extract()
                    .statusCode()));
        }

        // Then
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        callers.shutdown();
        for (String id : ids) {
            Api.verify(Api.credential(id)).body("verdict", equalTo("invalid"));
        }
    }

    @Test
    void changesNothingWhenTheEventCannotBeStored() throws Exception {
        // Given
        String id = issue();
        String before = statusListTag();
        int refused;
        try (AutoCloseable refusal = database.refusingWrites("outbox", "insert", organisation.tenant())) {
            refused = Api.revoke(organisation.tenant(), id, "other").extract().statusCode();
        }

        // When
        String after = statusListTag();

        // Then
        assertThat(refused).isEqualTo(500);
        assertThat(after).isEqualTo(before);
        Api.verify(Api.credential(id)).body("verdict", equalTo("valid"));
        Api.revoke(organisation.tenant(), id, "other").statusCode(200);
        Api.verify(Api.credential(id)).body("verdict", equalTo("invalid"));
    }

    @Test
    void pointsAtWhatIsWrong() {
        // Given
        String id = issue();

        // When / Then
        Api.revoke(organisation.tenant(), id, "because")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/reasonCode"));
        Api.admin(organisation.tenant())
                .contentType("application/json")
                .body("{\"reasonCode\": \"other\", \"force\": true}")
                .post("/credentials/v1/credentials/{id}/revoke", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/force"));
        Api.admin(organisation.tenant())
                .contentType("application/json")
                .body("{\"reasonCode\": ")
                .post("/credentials/v1/credentials/{id}/revoke", id)
                .then()
                .statusCode(400);
        Api.revoke(organisation.tenant(), UUID.randomUUID().toString(), "other").statusCode(404);
        Api.revoke(organisation.tenant(), "nonsense", "other").statusCode(404);
        Api.credentialsOf(organisation.tenant(), person).body("items.state", not(hasItem("revoked")));
    }

    private String issue() {
        return organisation.issue(person).data().get("credentialId").asText();
    }

    private String statusListTag() {
        return given().get("/{tenant}/status/1", organisation.tenant())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static boolean isRevocation(Event event, String id) {
        return event.type().equals("dev.touchstone.credential.revoked.v1")
                && event.data().get("credentialId").asText().equals(id);
    }
}
