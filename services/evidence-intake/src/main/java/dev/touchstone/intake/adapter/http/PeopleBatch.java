package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import java.util.List;
import java.util.Map;

/** Body of the people interface. Kept as maps: a field that is null takes its value away, one that is absent does not. */
@RequestSchema("PeopleBatch")
public record PeopleBatch(List<Map<String, Object>> people) {}
