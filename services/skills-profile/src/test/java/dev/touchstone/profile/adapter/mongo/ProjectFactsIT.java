package dev.touchstone.profile.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.profile.passport.Awards;
import dev.touchstone.profile.passport.Passport;
import dev.touchstone.profile.passport.PassportFact;
import dev.touchstone.profile.passport.PersonKey;
import dev.touchstone.profile.support.ProfileIT;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two replicas fold facts about one person at the same moment. */
@ProfileIT
class ProjectFactsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ProfileDatabase database;

    @Inject
    Generations generations;

    @Inject
    PassportReads passports;

    @Test
    void noFactIsLostHoweverManyWriteAtOnce() {
        // Given
        PersonKey ada = new PersonKey("crowded", UUID.randomUUID());
        List<ProjectFacts> replicas =
                List.of(new ProjectFacts(database, generations), new ProjectFacts(database, generations));
        List<PassportFact> facts = facts(24);
        List<PassportFact> twice = new ArrayList<>(facts);
        twice.addAll(facts);
        Collections.shuffle(twice);

        // When
        List<Boolean> changed = Multi.createFrom()
                .iterable(twice)
                .onItem()
                .transformToUni(fact -> project(replicas.get(Math.floorMod(fact.hashCode(), 2)), ada, fact))
                .merge(8)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);

        // Then
        ProjectedPassport stored =
                passports.person(ada).await().atMost(PATIENCE).orElseThrow();
        assertThat(stored.passport()).isEqualTo(Passport.empty(ada).applyAll(facts));
        assertThat(changed).filteredOn(wasNews -> wasNews).hasSize(facts.size());
        assertThat(stored.freshness().revision()).isEqualTo(facts.size());
    }

    @Test
    void whatSomebodyHadBeforeAndGetsAfterTheyWereMergedIsTheSurvivors() {
        // Given
        PersonKey ada = new PersonKey("merging", UUID.randomUUID());
        PersonKey merged = new PersonKey("merging", UUID.randomUUID());
        ProjectFacts replica = new ProjectFacts(database, generations);
        List<PassportFact> facts = facts(3);
        PassportFact revoked = new PassportFact.CredentialRevoked(
                ((PassportFact.CredentialIssued) facts.get(0)).credentialId(), 2, Instant.EPOCH, "error");

        // When
        for (PassportFact fact : List.of(
                facts.get(0),
                facts.get(1),
                new PassportFact.PersonMerged(ada.personId(), 3),
                revoked,
                facts.get(2),
                facts.get(2))) {
            project(replica, merged, fact).await().atMost(PATIENCE);
        }

        // Then
        List<PassportFact> all = new ArrayList<>(facts);
        all.add(revoked);
        Passport survivor =
                passports.person(ada).await().atMost(PATIENCE).orElseThrow().passport();
        assertThat(survivor).isEqualTo(Passport.empty(ada).applyAll(all));
        assertThat(passports
                        .person(merged)
                        .await()
                        .atMost(PATIENCE)
                        .orElseThrow()
                        .passport())
                .isEqualTo(survivor);
    }

    private static Uni<Boolean> project(ProjectFacts replica, PersonKey person, PassportFact fact) {
        return replica.project(person, List.of(fact), new Stamp(Uuid7.next(), Instant.now()));
    }

    private static List<PassportFact> facts(int count) {
        List<PassportFact> facts = new ArrayList<>();
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        for (int number = 0; number < count; number++) {
            facts.add(new PassportFact.CredentialIssued(
                    UUID.randomUUID(),
                    1,
                    Awards.award("a" + number, from, null, List.of(Awards.skill("s:" + number, 1, "One")))));
        }
        return facts;
    }
}
