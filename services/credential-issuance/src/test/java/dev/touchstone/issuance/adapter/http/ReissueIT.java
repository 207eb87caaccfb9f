package dev.touchstone.issuance.adapter.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.adapter.postgres.KeepMerge;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.Database;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A credential that names somebody who was merged is issued again for the survivor. */
@IssuanceIT
class ReissueIT {

    private final Organisation organisation = Organisation.fresh();
    private final UUID merged = UUID.randomUUID();
    private final UUID survivor = UUID.randomUUID();

    @Inject
    KeepMerge merges;

    @Inject
    Database database;

    @Test
    void namesTheSurvivorAndTakesThePlaceOfTheFormerOne() {
        // Given
        Event former = mergedWithACredential();
        String id = credentialOf(former);

        // When
        var reissued = Api.reissue(organisation.tenant(), id);

        // Then
        String next = reissued.statusCode(200)
                .body("personId", equalTo(survivor.toString()))
                .body("signedFor", nullValue())
                .body("state", equalTo("active"))
                .extract()
                .path("credentialId");
        assertThat(next).isNotEqualTo(id);
        String document = Api.credential(next);
        assertThat(document).contains("urn:uuid:" + survivor).doesNotContain(merged.toString());
        Api.verify(document).body("verdict", equalTo("valid"));
        Api.verify(Api.credential(id)).body("verdict", equalTo("invalid"));
        Api.credentialsOf(organisation.tenant(), survivor)
                .body("items", hasSize(2))
                .body("items.find { it.credentialId == '" + id + "' }.revocationReason", equalTo("reissued"));
    }

    /** Readers see the new one first: at no time does the skill seem lost. */
    @Test
    void isToldBeforeTheFormerOneIsRevokedAndSaysTheSame() {
        // Given
        Event former = mergedWithACredential();
        String id = credentialOf(former);

        // When
        String next = Api.reissue(organisation.tenant(), id).extract().path("credentialId");

        // Then
        Topics.await(Organisation.CREDENTIALS, event -> isAbout(event, id) && isRevoked(event));
        List<Event> told = Topics.all(Organisation.CREDENTIALS).stream()
                .filter(event -> isAbout(event, next) || isAbout(event, id) && isRevoked(event))
                .toList();
        assertThat(told)
                .extracting(event -> event.data().get("credentialId").asText())
                .containsExactly(next, id);
        assertThat(told).allSatisfy(event -> {
            EventSchemas.assertValid(event.type(), event.data());
            assertThat(event.key()).isEqualTo(organisation.tenant() + ":" + survivor);
        });
        assertThat(told.get(0).data().get("skills")).isEqualTo(former.data().get("skills"));
        assertThat(told.get(0).data().get("decisionId")).isEqualTo(former.data().get("decisionId"));
        assertThat(told.get(1).data().get("reasonCode").asText()).isEqualTo("reissued");
    }

    @Test
    void answersTheSameWhenAskedAgainAndManyAtTheSameTime() throws InterruptedException {
        // Given
        String id = credentialOf(mergedWithACredential());
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        List<Thread> askers = Stream.generate(() -> new Thread(() -> answers.add(
                        Api.reissue(organisation.tenant(), id).extract().path("credentialId"))))
                .limit(4)
                .toList();

        // When
        askers.forEach(Thread::start);
        for (Thread asker : askers) {
            asker.join();
        }

        // Then
        String again =
                Api.reissue(organisation.tenant(), id).statusCode(200).extract().path("credentialId");
        assertThat(answers).hasSize(4).containsOnly(again);
        Api.credentialsOf(organisation.tenant(), survivor).body("items", hasSize(2));
    }

    @Test
    void goesOnWhereAnEarlierRequestStoppedBeforeRevoking() throws Exception {
        // Given
        String id = credentialOf(mergedWithACredential());
        try (AutoCloseable refusing = database.refusingWrites("status_list", "update", organisation.tenant())) {
            Api.reissue(organisation.tenant(), id).statusCode(500);
        }

        // When
        var reissued = Api.reissue(organisation.tenant(), id);

        // Then
        reissued.statusCode(200).body("personId", equalTo(survivor.toString()));
        Api.credentialsOf(organisation.tenant(), survivor)
                .body("items", hasSize(2))
                .body("items.find { it.credentialId == '" + id + "' }.state", equalTo("revoked"));
    }

    @Test
    void canBeDoneOncePerMerge() {
        // Given
        String id = credentialOf(mergedWithACredential());
        String second = Api.reissue(organisation.tenant(), id).extract().path("credentialId");
        UUID last = UUID.randomUUID();
        Topics.publish(Organisation.PEOPLE, organisation.person(last));
        organisation.issue(last);
        hand(organisation.merged(survivor, last, 2));

        // When
        String third = Api.reissue(organisation.tenant(), second)
                .statusCode(200)
                .extract()
                .path("credentialId");

        // Then
        assertThat(Api.credential(third)).contains("urn:uuid:" + last);
        Api.reissue(organisation.tenant(), id).body("credentialId", equalTo(third));
    }

    @Test
    void refusesWhatNamesItsEarnerAlready() {
        // Given
        String id = credentialOf(organisation.issue(survivor));

        // When
        var refused = Api.reissue(organisation.tenant(), id);

        // Then
        refused.statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("nothing to issue again"));
    }

    @Test
    void refusesWhatWasRevokedForAnotherReason() {
        // Given
        String id = credentialOf(mergedWithACredential());
        Api.revoke(organisation.tenant(), id, "decision-overturned").statusCode(200);

        // When
        var refused = Api.reissue(organisation.tenant(), id);

        // Then
        refused.statusCode(409).body("detail", containsString("revoked"));
        Api.credentialsOf(organisation.tenant(), survivor).body("items", hasSize(1));
    }

    @Test
    void refusesWhatWasIssuedBeforeItWasKeptWhatItIsMadeOf() {
        // Given
        String id = credentialOf(mergedWithACredential());
        database.execute("update signed_document set facts = null where credential_id = '" + id + "'");

        // When
        var refused = Api.reissue(organisation.tenant(), id);

        // Then
        refused.statusCode(409).body("detail", containsString("stays valid as it is"));
    }

    @Test
    void knowsNoCredentialThatNeverWas() {
        Api.reissue(organisation.tenant(), UUID.randomUUID().toString()).statusCode(404);
    }

    private Event mergedWithACredential() {
        Event issued = organisation.issue(merged);
        Topics.publish(Organisation.PEOPLE, organisation.person(survivor));
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(database.texts("select person_id from person where person_id = ?", survivor))
                                .hasSize(1));
        hand(organisation.merged(merged, survivor, 2));
        return issued;
    }

    private void hand(Event event) {
        merges.onMerged(event).await().atMost(Duration.ofSeconds(30));
    }

    private static boolean isRevoked(Event event) {
        return event.type().equals("dev.touchstone.credential.revoked.v1");
    }

    private static boolean isAbout(Event event, String credentialId) {
        return event.data().path("credentialId").asText().equals(credentialId);
    }

    private static String credentialOf(Event issued) {
        return issued.data().get("credentialId").asText();
    }
}
