package dev.touchstone.assessment.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;

/** @param reason why an achievement is taken off offer; null where none is given */
@RequestSchema("Retirement")
public record Retirement(String reason) {}
