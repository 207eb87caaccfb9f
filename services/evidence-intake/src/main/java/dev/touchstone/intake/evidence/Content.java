package dev.touchstone.intake.evidence;

/**
 * What a person handed in. It never leaves this service but to those who may read it.
 *
 * @param text or null
 * @param link address of the artefact, or null
 */
public record Content(String title, String text, String link) {}
