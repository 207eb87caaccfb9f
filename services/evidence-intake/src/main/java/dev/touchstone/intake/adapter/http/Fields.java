package dev.touchstone.intake.adapter.http;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import java.util.Map;

/** A bound body as the features read it. */
final class Fields {

    private Fields() {}

    /** The fields that were given. */
    static Map<String, Object> of(Object body) {
        return Json.TOLERANT.convertValue(body, new TypeReference<>() {});
    }
}
