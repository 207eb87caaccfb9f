package dev.touchstone.issuance.adapter.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.adapter.postgres.IssueCredential;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.Database;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The store fails in the middle. Nothing may be lost and nothing doubled. */
@IssuanceIT
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Organisation organisation = Organisation.fresh();
    private final UUID person = UUID.randomUUID();
    private final UUID decision = UUID.randomUUID();

    @Inject
    Database database;

    @Inject
    IssueCredential issue;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer",
                "issuer_key",
                "status_list",
                "issuance_intent",
                "credential",
                "signed_document",
                "outbox",
                "inbox"
            })
    void issuesOnceWhicheverInsertFailedFirst(String table) throws Exception {
        // Given
        known();
        Event award = organisation.award(person, decision);
        try (AutoCloseable refusal = database.refusingWrites(table, "insert", organisation.tenant())) {
            assertThatThrownBy(() -> deliver(award)).hasStackTraceContaining("told to fail");
            assertThat(credentials()).isEmpty();
        }

        // When
        deliver(award);

        // Then
        deliver(award);
        Event issued = organisation.issued(decision);
        assertThat(credentials())
                .containsExactly(issued.data().get("credentialId").asText());
        assertThat(Organisation.allIssued(decision)).hasSize(1);
        Api.verify(Api.credential(credentials().get(0))).body("verdict", equalTo("valid"));
    }

    /** The signature exists, its storage failed: the second try must come to the same credential, not to another. */
    @Test
    void comesBackToTheSameCredentialAfterSigning() throws Exception {
        // Given
        known();
        Event award = organisation.award(person, decision);
        List<String> intent;
        try (AutoCloseable refusal = database.refusingWrites("credential", "insert", organisation.tenant())) {
            assertThatThrownBy(() -> deliver(award)).hasStackTraceContaining("told to fail");
            intent = intents();
        }

        // When
        deliver(award);

        // Then
        assertThat(intent).hasSize(1);
        assertThat(intents()).isEqualTo(intent);
        assertThat(credentials()).containsExactly(intent.get(0).split(" ")[0]);
        Api.verify(Api.credential(credentials().get(0)))
                .body("verdict", equalTo("valid"))
                .body("documentHash", equalTo(intent.get(0).split(" ")[1]));
    }

    @Test
    void theConsumerItselfTriesAgainUntilTheStoreWorks() throws Exception {
        // Given
        known();
        try (AutoCloseable refusal = database.refusingWrites("credential", "insert", organisation.tenant())) {
            Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, decision));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(intents()).hasSize(1));
        }

        // When
        Event issued = organisation.issued(decision);

        // Then
        assertThat(credentials())
                .containsExactly(issued.data().get("credentialId").asText());
    }

    @ParameterizedTest
    @CsvSource({"credential, insert", "outbox, insert", "pending_award, delete"})
    void releasesAParkedAwardOnceAfterAFailure(String table, String operation) throws Exception {
        // Given
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, decision));
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> Api.pending(organisation.tenant()).body("items", hasSize(1)));
        try (AutoCloseable refusal = database.refusingWrites(table, operation, organisation.tenant())) {
            Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(intents()).hasSize(1));
            assertThat(credentials()).isEmpty();
        }

        // When
        Event issued = organisation.issued(decision);

        // Then
        assertThat(credentials())
                .containsExactly(issued.data().get("credentialId").asText());
        assertThat(Organisation.allIssued(decision)).hasSize(1);
        Api.pending(organisation.tenant()).body("items", hasSize(0));
    }

    private void known() {
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.texts(
                                "select 'known' from person p join achievement a using (tenant_id) where p.person_id = ?",
                                person))
                        .hasSize(1));
    }

    private void deliver(Event award) {
        issue.onPassed(award).await().atMost(PATIENCE);
    }

    private List<String> credentials() {
        return database.texts("select credential_id from credential where decision_id = ?", decision);
    }

    private List<String> intents() {
        return database.texts(
                "select credential_id || ' ' || canonical_hash from issuance_intent where decision_id = ?", decision);
    }
}
