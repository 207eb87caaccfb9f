package dev.touchstone.intake.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.intake.adapter.kafka.AssessmentClaimedHandler.Claimed;
import dev.touchstone.intake.adapter.kafka.AssessmentReleasedHandler.Released;
import dev.touchstone.testkit.EventSamples;
import dev.touchstone.testkit.EventSamples.Sample;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of the contracts that this service consumes can be read, with fields it does not know besides. */
class ContractSamplesTest {

    static List<Sample> claims() {
        return EventSamples.valid("assessments/AssessmentClaimed");
    }

    static List<Sample> releases() {
        return EventSamples.valid("assessments/AssessmentReleased");
    }

    @ParameterizedTest
    @MethodSource("claims")
    void readsEveryClaim(Sample sample) throws Exception {
        Claimed claimed = Json.TOLERANT.treeToValue(grown(sample), Claimed.class);

        assertThat(claimed.isComplete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void readsEveryRelease(Sample sample) throws Exception {
        Released released = Json.TOLERANT.treeToValue(grown(sample), Released.class);

        assertThat(released.isComplete()).isTrue();
    }

    private static ObjectNode grown(Sample sample) {
        ObjectNode grown = sample.data().deepCopy();
        grown.putObject("addedNextYear").put("by", "a newer producer");
        return grown;
    }
}
