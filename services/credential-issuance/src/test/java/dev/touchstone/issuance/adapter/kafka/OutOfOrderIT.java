package dev.touchstone.issuance.adapter.kafka;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.badge.IdentityHash;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.Tokens;
import dev.touchstone.testkit.Topics;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IssuanceIT
class OutOfOrderIT {

    private final Organisation organisation = Organisation.fresh();
    private final UUID person = UUID.randomUUID();
    private final UUID decision = UUID.randomUUID();

    @Test
    void waitsForThePersonAndTheAchievementThenGoesOnByItself() {
        // Given
        Event award = organisation.award(person, decision);
        Topics.publish(Organisation.ASSESSMENTS, award);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.pending(organisation.tenant())
                        .body("items", hasSize(1))
                        .body("items[0].decisionId", equalTo(decision.toString()))
                        .body("items[0].waitsFor", contains("person", "achievement")));
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> Api.pending(organisation.tenant()).body("items[0].waitsFor", contains("achievement")));

        // When
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());

        // Then
        Event issued = organisation.issued(decision);
        assertThat(issued.causationId()).isEqualTo(award.id());
        assertThat(issued.correlationId()).isEqualTo(award.correlationId());
        Api.pending(organisation.tenant()).body("items", hasSize(0));
        Api.verify(Api.credential(issued.data().get("credentialId").asText())).body("verdict", equalTo("valid"));
    }

    @Test
    void issuesOnceWhenAParkedAwardIsDeliveredAgain() {
        // Given
        Event award = organisation.award(person, decision);
        Topics.publish(Organisation.ASSESSMENTS, award);
        Topics.publish(Organisation.ASSESSMENTS, award);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.pending(organisation.tenant()).body("items", hasSize(1)));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());

        // When
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        organisation.issued(decision);
        Topics.publish(Organisation.ASSESSMENTS, award);
        UUID marker = UUID.randomUUID();
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, marker));

        // Then
        organisation.issued(marker);
        assertThat(Organisation.allIssued(decision)).hasSize(1);
    }

    @Test
    void releasesManyAwardsThatWaitForOneAchievement() {
        // Given
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        for (int i = 0; i < 120; i++) {
            Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, UUID.randomUUID()));
        }
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, decision));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> Api.admin(organisation.tenant())
                        .queryParam("limit", 200)
                        .get("/credentials/v1/pending")
                        .then()
                        .body("items", hasSize(121)));

        // When
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());

        // Then
        await().atMost(60, SECONDS)
                .untilAsserted(() -> Api.admin(organisation.tenant())
                        .queryParam("limit", 200)
                        .get("/credentials/v1/credentials")
                        .then()
                        .body("items", hasSize(121)));
        Api.pending(organisation.tenant()).body("items", hasSize(0));
    }

    @Test
    void takesTheNewestStateOfAPersonWhateverTheOrder() {
        // Given
        Topics.publish(Organisation.PEOPLE, organisation.person(person, 7, "new@example.org"));
        Topics.publish(Organisation.PEOPLE, organisation.person(person, 3, "old@example.org"));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());

        // When
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, decision));

        // Then
        String id = organisation.issued(decision).data().get("credentialId").asText();
        var identifier = given().get("/credentials/{id}", id).then();
        String salt = identifier.extract().path("credentialSubject.identifier[0].salt");
        assertThat(salt).hasSize(32);
        identifier.body(
                "credentialSubject.identifier[0].identityHash",
                equalTo(IdentityHash.ofEmail("new@example.org", HexFormat.of().parseHex(salt))
                        .hash()));
    }

    @Test
    void keepsTheFirstWordOfAVersionAndPutsAnotherAside() {
        // Given
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());
        Event other = organisation.achievement(data -> data.put("name", "Something else"));

        // When
        Topics.publish(Organisation.ACHIEVEMENTS, other);

        // Then
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(letterOf(other)).startsWith("INVARIANT_VIOLATED"));
        given().get("/" + organisation.tenant() + "/achievements/incident-leadership/v3")
                .then()
                .body("name", startsWith("Incident leadership"));
    }

    @Test
    void showsWhyAnAwardThatWaitedCannotBeIssued() {
        // Given
        Event unfit = organisation.award(person, decision, data -> data.put("validUntil", "2020-01-01T00:00:00Z"));
        Topics.publish(Organisation.ASSESSMENTS, unfit);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.pending(organisation.tenant()).body("items", hasSize(1)));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());

        // When
        Topics.publish(Organisation.PEOPLE, organisation.person(person));

        // Then
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.pending(organisation.tenant())
                        .body("items[0].waitsFor", hasSize(0))
                        .body("items[0].problem", startsWith("not fit to be signed: validity-period")));
    }

    @Test
    void keepsAnAwardThatCannotBeIssuedWithTheReason() {
        // Given
        organisation.issue(person);
        Event unfit = organisation.award(person, decision, data -> data.put("validUntil", "2020-01-01T00:00:00Z"));

        // When
        Topics.publish(Organisation.ASSESSMENTS, unfit);
        UUID marker = UUID.randomUUID();
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, marker));

        // Then
        organisation.issued(marker);
        Api.pending(organisation.tenant())
                .body("items", hasSize(1))
                .body("items[0].problem", startsWith("not fit to be signed: validity-period"));
        assertThat(letterOf(unfit)).isEmpty();
        assertThat(Organisation.allIssued(decision)).isEmpty();
    }

    /** The reason on the dead letter of the event; empty where there is none. */
    private String letterOf(Event event) {
        return given().auth()
                .oauth2(Tokens.bearer(organisation.tenant(), "ines", "integration-admin"))
                .get("/ops/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items.findAll { it.eventId == '" + event.id() + "' }.collect { it.toString() }.join('')")
                .replaceAll("(?s).*code:([A-Z_]+).*", "$1");
    }
}
