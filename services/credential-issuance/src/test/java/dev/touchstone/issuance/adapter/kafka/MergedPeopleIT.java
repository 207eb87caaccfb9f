package dev.touchstone.issuance.adapter.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.adapter.postgres.KeepMerge;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people turn out to be one. */
@IssuanceIT
class MergedPeopleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REVOKED = "dev.touchstone.credential.revoked.v1";

    private final Organisation organisation = Organisation.fresh();
    private final UUID merged = UUID.randomUUID();
    private final UUID survivor = UUID.randomUUID();

    @Inject
    KeepMerge merges;

    @Test
    void theSurvivorHasTheCredentialsOfBothAndWhatIsSignedStays() {
        // Given
        String theirs = credentialOf(organisation.issue(merged));
        String own = credentialOf(organisation.issue(survivor));
        String before = Api.credential(theirs);

        // When
        merge(merged, survivor, 2);

        // Then
        Api.mine(organisation.tenant(), survivor)
                .statusCode(200)
                .body("items.credentialId", containsInAnyOrder(theirs, own))
                .body("items.personId", containsInAnyOrder(survivor.toString(), survivor.toString()))
                .body("items.find { it.credentialId == '" + theirs + "' }.signedFor", equalTo(merged.toString()))
                .body("items.find { it.credentialId == '" + own + "' }.signedFor", equalTo(null));
        Api.mine(organisation.tenant(), merged).statusCode(404);
        Api.credentialsOf(organisation.tenant(), merged).body("items", hasSize(2));
        assertThat(Api.credential(theirs)).isEqualTo(before).contains("urn:uuid:" + merged);
        Api.verify(before).body("verdict", equalTo("valid"));
    }

    @Test
    void whatIsRevokedLaterIsToldOfTheSurvivor() {
        // Given
        String theirs = credentialOf(organisation.issue(merged));
        Topics.publish(Organisation.PEOPLE, organisation.person(survivor));
        merge(merged, survivor, 2);

        // When
        Api.revoke(organisation.tenant(), theirs, "decision-overturned").statusCode(200);

        // Then
        Event revoked = Topics.await(
                Organisation.CREDENTIALS,
                event -> event.type().equals(REVOKED)
                        && event.data().path("credentialId").asText().equals(theirs));
        EventSchemas.assertValid(revoked.type(), revoked.data());
        assertThat(revoked.key()).isEqualTo(organisation.tenant() + ":" + survivor);
        assertThat(revoked.data().get("personId").asText()).isEqualTo(survivor.toString());
        Api.verify(Api.credential(theirs)).body("verdict", equalTo("invalid"));
    }

    @Test
    void anAwardThatArrivesAfterwardsIsSignedForTheSurvivor() {
        // Given
        Topics.publish(Organisation.PEOPLE, organisation.person(merged));
        Topics.publish(Organisation.PEOPLE, organisation.person(survivor));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());
        merge(merged, survivor, 2);
        UUID decision = UUID.randomUUID();

        // When
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(merged, decision));

        // Then
        Event issued = organisation.issued(decision);
        EventSchemas.assertValid(issued.type(), issued.data());
        assertThat(issued.key()).isEqualTo(organisation.tenant() + ":" + survivor);
        assertThat(issued.data().get("personId").asText()).isEqualTo(survivor.toString());
        assertThat(Api.credential(credentialOf(issued)))
                .contains("urn:uuid:" + survivor)
                .doesNotContain(merged.toString());
    }

    @Test
    void anAwardThatWaitsForSomebodyWhoIsMergedIsTheSurvivors() {
        // Given
        UUID decision = UUID.randomUUID();
        Topics.publish(Organisation.PEOPLE, organisation.person(survivor));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(merged, decision));
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> Api.pending(organisation.tenant()).body("items.waitsFor", hasItem(hasItem("person"))));

        // When
        Topics.publish(Organisation.PEOPLE, organisation.merged(merged, survivor, 2));

        // Then
        assertThat(organisation.issued(decision).data().get("personId").asText())
                .isEqualTo(survivor.toString());
        Api.pending(organisation.tenant()).body("items", hasSize(0));
        Api.mine(organisation.tenant(), survivor).body("items", hasSize(1));
    }

    @Test
    void anAwardWaitsForASurvivorWhoIsNotKnownYet() {
        // Given
        UUID decision = UUID.randomUUID();
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());
        merge(merged, survivor, 2);
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(merged, decision));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.pending(organisation.tenant())
                        .body("items.personId", hasItem(survivor.toString()))
                        .body("items.waitsFor", hasItem(hasItem("person"))));

        // When
        Topics.publish(Organisation.PEOPLE, organisation.person(survivor));

        // Then
        assertThat(organisation.issued(decision).key()).isEqualTo(organisation.tenant() + ":" + survivor);
    }

    static Stream<List<Integer>> orders() {
        return Stream.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
    }

    /** What intake tells of a chain: the first way, the second, and the first way anew, each on the key of its person. */
    @ParameterizedTest
    @MethodSource("orders")
    void aChainEndsAtItsEndWhateverTheOrder(List<Integer> order) {
        // Given
        UUID last = UUID.randomUUID();
        organisation.issue(merged);
        organisation.issue(survivor);
        organisation.issue(last);
        List<Event> told = List.of(
                organisation.merged(merged, survivor, 2),
                organisation.merged(survivor, last, 2),
                organisation.merged(merged, last, 3));

        // When
        order.forEach(next -> hand(told.get(next)));

        // Then
        Api.mine(organisation.tenant(), last).body("items", hasSize(3));
        UUID decision = UUID.randomUUID();
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(merged, decision));
        assertThat(organisation.issued(decision).key()).isEqualTo(organisation.tenant() + ":" + last);
    }

    @Test
    void aMergeThatComesAgainOrLateChangesNothing() {
        // Given
        UUID last = UUID.randomUUID();
        organisation.issue(merged);
        Topics.publish(Organisation.PEOPLE, organisation.person(survivor));
        Topics.publish(Organisation.PEOPLE, organisation.person(last));
        Event first = organisation.merged(merged, survivor, 2);
        Event newest = organisation.merged(merged, last, 3);
        hand(newest);

        // When
        hand(newest);
        hand(first);
        hand(first);

        // Then
        Api.credentialsOf(organisation.tenant(), last).body("items", hasSize(1));
        Api.credentialsOf(organisation.tenant(), survivor).body("items", hasSize(0));
    }

    @Test
    void whatIsToldLateOfWhoWasMergedOpensNothing() {
        // Given
        organisation.issue(survivor);
        merge(merged, survivor, 3);

        // When
        Topics.publish(Organisation.PEOPLE, organisation.person(merged, 1, "late@x.example", "late"));

        // Then
        Topics.publish(Organisation.PEOPLE, organisation.person(survivor, 2, "s@x.example", "survivor"));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.as(organisation.tenant(), "survivor", "employee")
                        .get("/credentials/v1/mine")
                        .then()
                        .statusCode(200));
        hand(organisation.merged(merged, survivor, 3));
        Api.as(organisation.tenant(), "late", "employee")
                .get("/credentials/v1/mine")
                .then()
                .statusCode(404);
    }

    @Test
    void aMergeInOneOrganisationMovesNothingInAnother() {
        // Given
        organisation.issue(merged);
        Organisation other = Organisation.fresh();

        // When
        merges.onMerged(other.merged(merged, survivor, 2)).await().atMost(PATIENCE);

        // Then
        Api.credentialsOf(organisation.tenant(), merged).body("items", hasSize(1));
        Api.credentialsOf(other.tenant(), survivor).body("items", hasSize(0));
    }

    private void merge(UUID from, UUID into, int version) {
        hand(organisation.merged(from, into, version));
    }

    private void hand(Event event) {
        merges.onMerged(event).await().atMost(PATIENCE);
    }

    private static String credentialOf(Event issued) {
        return issued.data().get("credentialId").asText();
    }
}
