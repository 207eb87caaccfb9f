package dev.touchstone.assessment.adapter.postgres;

import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Definitions.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.postgres.UnitOfWork;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What a replica remembers of the catalogue is never used once another replica has changed it. */
@AssessmentIT
class CatalogueStoreIT {

    private final Organisation northwind = new Organisation("northwind");
    private final CatalogueStore otherReplica = new CatalogueStore();

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void seesWhatAnotherReplicaPublishedAndRetired() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(1)));
        assertThat(seen().line("contributor").orElseThrow().latest().version()).isEqualTo(1);

        // When
        Api.publish(northwind, byRule("contributor", merged(2)));
        Api.publish(northwind, byRule("regular", merged(3)));
        Api.post(northwind.admin(), "/achievements/regular/retire", read("{}"))
                .then()
                .statusCode(200);

        // Then
        Catalogue catalogue = seen();
        assertThat(catalogue.line("contributor").orElseThrow().latest().version())
                .isEqualTo(2);
        assertThat(catalogue.line("regular"))
                .hasValueSatisfying(line -> assertThat(line.isRetired()).isTrue());
        assertThat(catalogue.lines())
                .extracting(AchievementLine::id)
                .containsExactlyInAnyOrder("contributor", "regular");
    }

    @Test
    void remembersWhatHasNotChanged() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(1)));
        Catalogue once = seen();

        // When
        Catalogue again = seen();

        // Then
        assertThat(again).isSameAs(once);
    }

    private Catalogue seen() {
        return unitOfWork
                .inTenant(northwind.tenant(), session -> otherReplica.current(session, northwind.tenant()))
                .await()
                .indefinitely();
    }
}
