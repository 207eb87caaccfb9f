package dev.touchstone.issuance.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.EventSamples;
import dev.touchstone.testkit.EventSamples.Sample;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample of every event that is read here, those with unknown fields included. */
@IssuanceIT
class ContractSamplesIT {

    private static final String PERSON = "dev.touchstone.person.changed.v1";
    private static final String MERGED = "dev.touchstone.person.merged.v1";
    private static final String ACHIEVEMENT = "dev.touchstone.achievement.published.v1";
    private static final String AWARD = "dev.touchstone.assessment.passed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Organisation organisation = Organisation.fresh();

    @Inject
    @All
    List<EventHandler> handlers;

    static List<Sample> people() {
        return EventSamples.valid("people/PersonChanged");
    }

    static List<Sample> merges() {
        return EventSamples.valid("people/PersonMerged");
    }

    static List<Sample> achievements() {
        return EventSamples.valid("achievements/AchievementPublished");
    }

    static List<Sample> awards() {
        return EventSamples.valid("assessments/AssessmentPassed");
    }

    static Stream<Object[]> broken() {
        return Stream.of(
                        new String[] {PERSON, "people/PersonChanged"},
                        new String[] {MERGED, "people/PersonMerged"},
                        new String[] {ACHIEVEMENT, "achievements/AchievementPublished"},
                        new String[] {AWARD, "assessments/AssessmentPassed"})
                .flatMap(event ->
                        EventSamples.invalid(event[1]).stream().map(sample -> new Object[] {event[0], sample}));
    }

    @ParameterizedTest
    @MethodSource("people")
    void knowsEveryPersonOfTheSamples(Sample sample) {
        // Given
        UUID person = UUID.fromString(sample.data().get("personId").asText());
        hand(ACHIEVEMENT, organisation.achievement());
        hand(AWARD, organisation.award(person, UUID.randomUUID()));

        // When
        hand(PERSON, organisation.event(PERSON, organisation.tenant() + ":" + person, sample.data()));

        // Then
        Api.credentialsOf(organisation.tenant(), person).body("items", hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("merges")
    void followsEveryMergeOfTheSamples(Sample sample) {
        // Given
        UUID merged = UUID.fromString(sample.data().get("personId").asText());
        UUID survivor = UUID.fromString(sample.data().get("mergedInto").asText());
        hand(ACHIEVEMENT, organisation.achievement());
        hand(AWARD, organisation.award(merged, UUID.randomUUID()));
        hand(PERSON, organisation.person(survivor));

        // When
        hand(MERGED, organisation.event(MERGED, organisation.tenant() + ":" + merged, sample.data()));

        // Then
        verifyTheOnlyOneOf(survivor);
    }

    @ParameterizedTest
    @MethodSource("achievements")
    void issuesEveryAchievementOfTheSamples(Sample sample) {
        // Given
        UUID person = UUID.randomUUID();
        hand(PERSON, organisation.person(person));
        hand(ACHIEVEMENT, organisation.event(ACHIEVEMENT, "key", sample.data()));
        Event award = organisation.award(person, UUID.randomUUID(), data -> awardOf(data, sample));

        // When
        hand(AWARD, award);

        // Then
        verifyTheOnlyOneOf(person);
    }

    @ParameterizedTest
    @MethodSource("awards")
    void issuesEveryAwardOfTheSamples(Sample sample) {
        // Given
        UUID person = UUID.fromString(sample.data().get("personId").asText());
        hand(PERSON, organisation.person(person));
        hand(
                ACHIEVEMENT,
                organisation.achievement(data -> data.put(
                                "achievementId",
                                sample.data().get("achievementId").asText())
                        .put("version", sample.data().get("achievementVersion").asInt())));

        // When
        hand(AWARD, organisation.event(AWARD, organisation.tenant() + ":" + person, sample.data()));

        // Then
        verifyTheOnlyOneOf(person);
    }

    /** A broken event is either refused for good or harmless; it is never tried for ever and never trips our own code. */
    @ParameterizedTest
    @MethodSource("broken")
    void takesNoHarmFromWhatBreaksTheContract(String type, Sample sample) {
        // Given
        if (type.equals(AWARD)) {
            knowWhatItNames(sample);
        }

        // When
        Throwable failure = Uni.createFrom()
                .deferred(() -> handler(type).handle(organisation.event(type, "key", sample.data())))
                .map(done -> (Throwable) null)
                .onFailure()
                .recoverWithItem(thrown -> thrown)
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(failure == null || failure instanceof PermanentFailure)
                .as("%s", failure)
                .isTrue();
    }

    private void knowWhatItNames(Sample award) {
        Sample whole = awards().get(0);
        String achievement = award.data()
                .path("achievementId")
                .asText(whole.data().get("achievementId").asText());
        int version = Math.max(1, award.data().path("achievementVersion").asInt(1));
        hand(
                PERSON,
                organisation.person(UUID.fromString(whole.data().get("personId").asText())));
        hand(
                ACHIEVEMENT,
                organisation.achievement(
                        data -> data.put("achievementId", achievement).put("version", version)));
    }

    private void verifyTheOnlyOneOf(UUID person) {
        String id = Api.credentialsOf(organisation.tenant(), person)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].credentialId");
        Api.verify(Api.credential(id)).body("verdict", equalTo("valid"));
    }

    private static void awardOf(ObjectNode data, Sample achievement) {
        data.put("achievementId", achievement.data().get("achievementId").asText())
                .put("achievementVersion", achievement.data().get("version").asInt());
    }

    private void hand(String type, Event event) {
        handler(type).handle(event).await().atMost(PATIENCE);
    }

    private EventHandler handler(String type) {
        return handlers.stream()
                .filter(handler -> handler.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
