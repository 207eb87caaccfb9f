package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.allOf;
import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.evidence;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.Topics;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AssessmentIT
class AwardByRuleIT {

    private final Organisation northwind = new Organisation("northwind");

    @Test
    void awardsOnceTheCriteriaAreMet() {
        // Given
        Api.publish(northwind, byRule("contributor", allOf(merged(2), evidence("urn:course:git"))));
        UUID maya = northwind.person("maya");
        Event last = northwind.verified(maya, "course-completion", "completed", "urn:course:git");

        // When
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:2"));
        Topics.publish(EVIDENCE, last);

        // Then
        Event passed = northwind.awaitPassed(maya, "contributor");
        assertThat(passed.data().path("basis").asText()).isEqualTo("rule");
        assertThat(passed.data().path("decidedBy")).isEmpty();
        assertThat(passed.data().path("evidence")).hasSize(3);
        assertThat(passed.data().path("skills").path(0).path("ordinal").asInt()).isEqualTo(1);
        assertThat(passed.causationId()).isEqualTo(last.id());
        assertThat(passed.correlationId()).isEqualTo(last.correlationId());
        assertThat(passed.source()).isEqualTo("/services/assessment");
    }
}
