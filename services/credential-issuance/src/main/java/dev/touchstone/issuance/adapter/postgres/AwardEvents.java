package dev.touchstone.issuance.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.issuance.document.Facts;
import dev.touchstone.issuance.document.MissingFact;
import java.util.Map;
import java.util.function.Function;

/** Reads events into what they say. */
public final class AwardEvents {

    public static final String PASSED = "dev.touchstone.assessment.passed.v1";

    private AwardEvents() {}

    /** @throws PermanentFailure when the event lacks what its contract requires */
    static <T> T read(Event event, Function<Facts, T> shape) {
        try {
            return shape.apply(
                    new Facts(Json.TOLERANT.convertValue(event.data(), new TypeReference<Map<String, Object>>() {})));
        } catch (MissingFact | IllegalArgumentException mismatch) {
            throw new PermanentFailure(FailureCode.SCHEMA_VIOLATION, event.type() + ": " + mismatch.getMessage());
        }
    }
}
