package dev.touchstone.chassis.postgres.notes;

import dev.touchstone.chassis.json.RequestSchema;

/** @param fail makes the transaction fail after everything was written */
@RequestSchema("NewNote")
public record NewNote(String text, Boolean fail) {}
