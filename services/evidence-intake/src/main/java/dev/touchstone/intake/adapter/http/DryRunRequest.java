package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import java.util.List;
import java.util.Map;

/**
 * What to try a template on: deliveries by id, the latest ones, or a payload.
 *
 * @param template null for the one that the connection has
 * @param headers that come with the payload, by name
 * @param fetched what the system would answer about the payload, by the names of the requests; null before it is asked
 */
@RequestSchema("DryRun")
public record DryRunRequest(
        String template,
        List<String> deliveries,
        Integer latest,
        Object payload,
        Map<String, String> headers,
        Map<String, Object> fetched) {

    private static final int USUAL = 10;

    int most() {
        return latest == null ? USUAL : latest;
    }

    int given() {
        return (deliveries == null ? 0 : 1) + (latest == null ? 0 : 1) + (payload == null ? 0 : 1);
    }
}
