package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import java.util.List;
import java.util.Map;

/** A system to be connected. */
@RequestSchema("NewConnection")
public record NewConnection(
        String name,
        String source,
        String channel,
        Map<String, Object> verifier,
        String secret,
        String template,
        Map<String, Object> dedupe,
        Integer ackStatus,
        String timeZone,
        String bodyField,
        List<Object> pings) {}
