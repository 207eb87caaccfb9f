package dev.touchstone.intake.xapi.store;

/** What becomes of a document. */
public sealed interface DocumentChange {

    record Write(XapiDocument document) implements DocumentChange {}

    record Remove() implements DocumentChange {}
}
