package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import java.util.UUID;

/** Whom somebody was found to be. */
@RequestSchema("PersonMerge")
public record PersonMerge(UUID into) {}
