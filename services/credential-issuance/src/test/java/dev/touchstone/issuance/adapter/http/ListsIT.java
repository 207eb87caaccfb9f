package dev.touchstone.issuance.adapter.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.Database;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IssuanceIT
class ListsIT {

    @Inject
    Database database;

    private final Organisation organisation = Organisation.fresh();

    @Test
    void showsPeopleTheirOwnCredentialsOnly() {
        // Given
        UUID person = UUID.randomUUID();
        String own = organisation.issue(person).data().get("credentialId").asText();
        UUID colleague = UUID.randomUUID();
        organisation.issue(colleague);

        // When
        var mine = Api.as(organisation.tenant(), person.toString(), "employee")
                .get("/credentials/v1/mine")
                .then();

        // Then
        mine.statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].credentialId", equalTo(own))
                .body("items[0].name", equalTo("Incident leadership (Advanced)"))
                .body("items[0].state", equalTo("active"));
    }

    @Test
    void knowsNobodyWhoseLoginItWasNeverTold() {
        Api.as(organisation.tenant(), "stranger", "employee")
                .get("/credentials/v1/mine")
                .then()
                .statusCode(404);
    }

    /** An HR system gave one login to two people: showing either one's credentials would be a guess. */
    @Test
    void knowsNobodyWhereTwoPeopleHaveOneLogin() {
        // Given
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        organisation.issue(first);
        Topics.publish(Organisation.PEOPLE, organisation.person(first, 2, "first@x.example", "shared"));
        Topics.publish(Organisation.PEOPLE, organisation.person(second, 9, "second@x.example", "shared"));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(database.texts(
                                "select person_id from person where tenant_id = ? and login = 'shared'",
                                organisation.tenant()))
                        .hasSize(2));

        // When
        var mine = Api.as(organisation.tenant(), "shared", "employee")
                .get("/credentials/v1/mine")
                .then();

        // Then
        mine.statusCode(404).contentType("application/problem+json");
    }

    @Test
    void pagesThroughEverythingOnce() {
        // Given
        UUID person = UUID.randomUUID();
        List<String> issued = new ArrayList<>();
        issued.add(organisation.issue(person).data().get("credentialId").asText());
        for (int i = 0; i < 4; i++) {
            UUID decision = UUID.randomUUID();
            Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, decision));
            issued.add(organisation.issued(decision).data().get("credentialId").asText());
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;

        // When
        do {
            var page = Api.admin(organisation.tenant())
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get("/credentials/v1/credentials")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.credentialId"));
            cursor = page.path("next");
        } while (cursor != null);

        // Then
        assertThat(seen).containsExactlyInAnyOrderElementsOf(issued);
    }

    @ParameterizedTest
    @CsvSource({
        "/credentials/v1/credentials, cursor, nonsense",
        "/credentials/v1/pending, cursor, bm9uc2Vuc2U",
        "/credentials/v1/credentials, limit, 0",
        "/credentials/v1/pending, limit, 201"
    })
    void pointsAtWhatIsWrong(String path, String parameter, String value) {
        // When
        var answer = Api.admin(organisation.tenant())
                .queryParam(parameter, value)
                .get(path)
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("errors.pointer", hasItem(parameter));
    }
}
