package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import java.util.List;
import java.util.Map;

/** What may be changed of a connection: all of it, each time. Its kind stays, and so do its secrets. */
@RequestSchema("ConnectionSettings")
public record ConnectionSettings(
        String name,
        Map<String, Object> placeholders,
        Map<String, Object> verifier,
        String template,
        Map<String, Object> dedupe,
        Integer ackStatus,
        String timeZone,
        String bodyField,
        List<Object> pings,
        Map<String, Object> fetch,
        String fetchSecret) {}
