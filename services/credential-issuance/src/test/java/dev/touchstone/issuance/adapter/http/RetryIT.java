package dev.touchstone.issuance.adapter.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.Database;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** An award that could not be issued has a way back. */
@IssuanceIT
class RetryIT {

    @Inject
    Database database;

    private final Organisation organisation = Organisation.fresh();
    private final UUID person = UUID.randomUUID();
    private final UUID decision = UUID.randomUUID();

    @Test
    void issuesOnceTheCauseIsMendedAndAnswersTheSameWhenAskedAgain() {
        // Given
        Event award = parkedForAPictureThatIsNoAddress();
        mendThePicture();

        // When
        var retried = Api.retry(organisation.tenant(), decision);

        // Then
        Event issued = organisation.issued(decision);
        String credential = issued.data().get("credentialId").asText();
        retried.statusCode(200)
                .body("outcome", equalTo("issued"))
                .body("credentialId", equalTo(credential))
                .body("url", equalTo("http://localhost:8083/credentials/" + credential))
                .body("award", nullValue());
        assertThat(issued.causationId()).isEqualTo(award.id());
        Api.retry(organisation.tenant(), decision)
                .statusCode(200)
                .body("outcome", equalTo("issued"))
                .body("credentialId", equalTo(credential));
        Api.pending(organisation.tenant()).body("items", hasSize(0));
        assertThat(Organisation.allIssued(decision)).hasSize(1);
    }

    @Test
    void issuesOnceWhenManyAskAtTheSameTime() throws InterruptedException {
        // Given
        parkedForAPictureThatIsNoAddress();
        mendThePicture();
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        List<Thread> askers = java.util.stream.Stream.generate(() -> new Thread(() -> answers.add(
                        Api.retry(organisation.tenant(), decision).extract().statusCode())))
                .limit(4)
                .toList();

        // When
        askers.forEach(Thread::start);
        for (Thread asker : askers) {
            asker.join();
        }

        // Then
        assertThat(answers).hasSize(4).containsOnly(200);
        organisation.issued(decision);
        assertThat(database.texts(
                        "select credential_id from credential where tenant_id = ? and decision_id = ?",
                        organisation.tenant(),
                        decision))
                .hasSize(1);
        Api.retry(organisation.tenant(), decision).statusCode(200).body("outcome", equalTo("issued"));
    }

    @Test
    void saysWhyItStillCannotBeIssued() {
        // Given
        parkedForAPictureThatIsNoAddress();

        // When
        var retried = Api.retry(organisation.tenant(), decision);

        // Then
        retried.statusCode(200)
                .body("outcome", equalTo("unfit"))
                .body("credentialId", nullValue())
                .body("award.problem", containsString("imageId must be an absolute address, not \"badge.svg\""));
        Api.pending(organisation.tenant()).body("items", hasSize(1));
    }

    @Test
    void saysWhatItStillWaitsFor() {
        // Given
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, decision));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.pending(organisation.tenant()).body("items", hasSize(1)));

        // When
        var retried = Api.retry(organisation.tenant(), decision);

        // Then
        retried.statusCode(200)
                .body("outcome", equalTo("waiting"))
                .body("award.waitsFor", contains("person", "achievement"));
    }

    @Test
    void knowsNoAwardOfAnotherOrganisationAndNoneThatNeverWas() {
        // Given
        parkedForAPictureThatIsNoAddress();
        mendThePicture();

        // When
        var retried = Api.retry(Organisation.fresh().tenant(), decision);

        // Then
        retried.statusCode(404).contentType("application/problem+json");
        Api.retry(organisation.tenant(), UUID.randomUUID()).statusCode(404);
        Api.pending(organisation.tenant()).body("items", hasSize(1));
    }

    private Event parkedForAPictureThatIsNoAddress() {
        Event award = organisation.award(person, decision);
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement(data -> data.put("imageId", "badge.svg")));
        Topics.publish(Organisation.ASSESSMENTS, award);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.pending(organisation.tenant())
                        .body("items[0].problem", containsString("imageId must be an absolute address")));
        return award;
    }

    /** As a release of this service would that can sign it. */
    private void mendThePicture() {
        ObjectNode mended = organisation
                .achievement(data -> data.put("imageId", "https://northwind.example/badge.svg"))
                .data()
                .deepCopy();
        database.execute("update achievement set definition = '"
                + mended.toString().replace("'", "''") + "' where tenant_id = '" + organisation.tenant() + "'");
    }
}
