package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import java.util.List;
import java.util.Map;

/** A system to be connected: by a preset and what differs from it, or with all settings. */
@RequestSchema("NewConnection")
public record NewConnection(
        String name,
        String preset,
        Map<String, Object> placeholders,
        String source,
        String channel,
        Map<String, Object> verifier,
        String secret,
        String template,
        Map<String, Object> dedupe,
        Integer ackStatus,
        String timeZone,
        String bodyField,
        List<Object> pings,
        Map<String, Object> fetch,
        String fetchSecret) {}
