package dev.touchstone.intake.cloudevents;

import java.util.Map;

/**
 * A CloudEvent (specification 1.0) as received.
 *
 * @param attributes every context attribute and the data, in the form of the JSON event format: what a template sees
 */
public record CloudEvent(String id, String source, String type, Map<String, Object> attributes) {}
