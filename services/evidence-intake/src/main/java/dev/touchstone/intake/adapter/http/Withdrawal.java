package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;

/** Body of a withdrawal; there may be none. */
@RequestSchema("Withdrawal")
public record Withdrawal(String reason) {}
