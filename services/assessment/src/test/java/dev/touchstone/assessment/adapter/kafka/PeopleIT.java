package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.byPeople;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static dev.touchstone.assessment.support.Organisation.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.Topics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AssessmentIT
class PeopleIT {

    private final Organisation northwind = new Organisation("northwind");

    @Test
    void theNewestStateStaysHoweverLateOlderOnesCome() {
        // Given
        Api.publish(northwind, byPeople("reviewer", merged(1)));
        UUID maya = northwind.person("maya");
        northwind.person("ida");
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        Event newest = northwind.personChanged(maya, 5, "maya-new", null);
        Event behind = northwind.personChanged(Uuid7.next(), 1, "behind", null);

        // When
        Topics.publish(PEOPLE, newest);
        Topics.publish(PEOPLE, northwind.personChanged(maya, 3, "maya-old", null));
        Topics.publish(PEOPLE, newest);
        Topics.publish(PEOPLE, withKey(newest.key(), behind));

        // Then
        Api.await(northwind.token("behind", "employee"), "/mine", body -> true);
        assertThat(Api.await(
                                northwind.assessor("ida"),
                                "/queue",
                                body -> body.getList("items").size() == 1)
                        .getString("items[0].earner.displayName"))
                .isEqualTo("Name of maya-new");
        assertThat(Api.get(northwind.token("maya-old", "employee"), "/mine").statusCode())
                .isEqualTo(403);
    }

    /** The same event in order with another key's, so it is behind them. */
    private static Event withKey(String key, Event event) {
        return new Event(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.tenant(),
                event.correlationId(),
                null,
                null,
                key,
                event.data());
    }

    @Test
    void whoHasLeftSignsInNoMore() {
        // Given
        UUID maya = northwind.person("maya");
        String token = northwind.token("maya", "employee");
        Api.await(token, "/mine", body -> true);
        var left = (com.fasterxml.jackson.databind.node.ObjectNode)
                northwind.personChanged(maya, 2, "maya", null).data();

        // When
        Topics.publish(PEOPLE, northwind.event("dev.touchstone.person.changed.v1", maya, left.put("active", false)));

        // Then
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(Api.get(token, "/mine").statusCode()).isEqualTo(403));
        assertThat(List.of(Api.get(northwind.token("never-heard-of", "employee"), "/mine")
                        .statusCode()))
                .containsExactly(403);
    }
}
