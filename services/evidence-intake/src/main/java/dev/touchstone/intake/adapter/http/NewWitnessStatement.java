package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;

/** Body of a witness statement. */
@RequestSchema("NewWitnessStatement")
public record NewWitnessStatement(String text, String knewFrom, String relation, Boolean confirms) {}
