package dev.touchstone.assessment.adapter.postgres;

import static dev.touchstone.assessment.support.Definitions.allOf;
import static dev.touchstone.assessment.support.Definitions.byPeople;
import static dev.touchstone.assessment.support.Definitions.evidence;
import static dev.touchstone.assessment.support.Definitions.merged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.UnitOfWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What counts is found, however much else there is of the person. */
@AssessmentIT
class EvidenceHistoryIT {

    private final Organisation northwind = new Organisation("northwind");
    private final UUID maya = Uuid7.next();

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    EvidenceStore store;

    @Inject
    CatalogueStore catalogues;

    @Test
    void findsTheCourseBehindThousandsOfChanges() {
        // Given
        Api.publish(northwind, byPeople("git", evidence("urn:course:git")));
        given("course-completion", "completed", "'urn:course:git'", 1, "2021-05-03");
        given("work-event", "merged", "'urn:pr:' || n", 6_000, "2023-01-01");

        // When
        List<Evidence> counting = countingFor("git");

        // Then
        assertThat(counting).extracting(piece -> piece.activity().id()).containsExactly("urn:course:git");
    }

    @Test
    void takesTheNewestWhereMoreThanEnoughCount() {
        // Given
        Api.publish(northwind, byPeople("contributor", allOf(merged(2), evidence("urn:course:git"))));
        given("work-event", "merged", "'urn:pr:' || n", 3_000, "2023-01-01");

        // When
        List<Evidence> counting = countingFor("contributor");

        // Then
        assertThat(counting).hasSize(1_000);
        assertThat(counting.get(0).activity().id()).isEqualTo("urn:pr:3000");
        assertThat(counting.get(999).activity().id()).isEqualTo("urn:pr:2001");
    }

    private List<Evidence> countingFor(String achievementId) {
        return unitOfWork
                .inTenant(
                        northwind.tenant(),
                        session -> catalogues
                                .current(session, northwind.tenant())
                                .chain(catalogue -> store.countingFor(
                                        session,
                                        northwind.tenant(),
                                        maya,
                                        List.of(line(catalogue.line(achievementId))))))
                .await()
                .indefinitely();
    }

    private static AchievementLine line(Optional<AchievementLine> published) {
        return published.orElseThrow();
    }

    /** So many pieces, one a minute from that day on. */
    private void given(String kind, String action, String activity, int pieces, String day) {
        unitOfWork
                .inTenant(
                        northwind.tenant(),
                        session -> session.createNativeQuery("""
                                insert into evidence (evidence_id, tenant_id, person_id, kind, activity_id, alternate_ids,
                                                      action, occurred_at, received_at, digest, trust, tags)
                                select gen_random_uuid(), ?1, ?2, ?3, %s, '{}', ?4,
                                       cast(cast(?5 as varchar) as timestamptz) + n * interval '1 minute', now(),
                                       'sha256:' || repeat('0', 64), 'verified', '{}'
                                from generate_series(1, ?6) n""".formatted(activity))
                                .setParameter(1, northwind.tenant())
                                .setParameter(2, maya)
                                .setParameter(3, kind)
                                .setParameter(4, action)
                                .setParameter(5, day)
                                .setParameter(6, pieces)
                                .executeUpdate())
                .await()
                .indefinitely();
    }
}
