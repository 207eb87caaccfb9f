package dev.touchstone.issuance.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.adapter.postgres.IssueCredential;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@IssuanceIT
class RedeliveryIT {

    private final Organisation organisation = Organisation.fresh();
    private final UUID person = UUID.randomUUID();

    @Inject
    IssueCredential issue;

    @Test
    void issuesOnceHoweverOftenTheAwardComes() {
        // Given
        UUID decision = UUID.randomUUID();
        Event award = organisation.award(person, decision);
        Event sameDecisionToldAgain = organisation.award(person, decision);
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());

        // When
        List.of(award, award, sameDecisionToldAgain, award)
                .forEach(event -> Topics.publish(Organisation.ASSESSMENTS, event));
        UUID marker = UUID.randomUUID();
        Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, marker));

        // Then
        organisation.issued(marker);
        assertThat(Organisation.allIssued(decision)).hasSize(1);
        Api.credentialsOf(organisation.tenant(), person).body("items", hasSize(2));
    }

    @Test
    void issuesOnceWhenTwoConsumersHaveTheAwardAtTheSameTime() {
        // Given
        organisation.issue(person);
        UUID decision = UUID.randomUUID();
        List<Event> deliveries = Stream.generate(() -> organisation.award(person, decision))
                .limit(8)
                .toList();

        // When
        Uni.join()
                .all(deliveries.stream().map(issue::onPassed).toList())
                .andCollectFailures()
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(30));
        deliveries.forEach(event -> issue.onPassed(event).await().atMost(Duration.ofSeconds(30)));

        // Then
        organisation.issued(decision);
        Api.credentialsOf(organisation.tenant(), person).body("items", hasSize(2));
        assertThat(Organisation.allIssued(decision)).hasSize(1);
    }

    @Test
    void keepsPeopleAndAchievementsOnce() {
        // Given
        Event told = organisation.person(person);
        Event achievement = organisation.achievement();
        Event published = organisation.achievement();

        // When
        List.of(told, told, told).forEach(event -> Topics.publish(Organisation.PEOPLE, event));
        List.of(achievement, achievement, published).forEach(event -> Topics.publish(Organisation.ACHIEVEMENTS, event));
        Event issued = organisation.issue(person);

        // Then
        assertThat(issued.data().get("achievementName").asText()).isEqualTo("Incident leadership");
        Api.credentialsOf(organisation.tenant(), person).body("items", hasSize(1));
    }
}
