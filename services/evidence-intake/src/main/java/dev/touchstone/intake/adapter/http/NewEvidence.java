package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import java.util.List;
import java.util.Map;

/** Body of a first-party submission. */
@RequestSchema("NewEvidence")
public record NewEvidence(
        String kind,
        String title,
        String text,
        String link,
        String occurredAt,
        String basis,
        Map<String, Object> claim,
        List<String> tags,
        List<String> files,
        String personId) {}
