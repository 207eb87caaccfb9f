package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import java.util.UUID;

/** Body of a request for a witness statement. */
@RequestSchema("NewWitnessRequest")
public record NewWitnessRequest(UUID personId, String question) {}
