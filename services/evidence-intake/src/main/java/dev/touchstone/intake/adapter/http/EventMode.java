package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.cloudevents.BinaryMode;
import java.util.Locale;
import java.util.Map;

/** The content mode of a CloudEvents request, told by its media type (HTTP binding 1.0.2, section 3). */
enum EventMode {
    STRUCTURED,
    BINARY,
    BATCH;

    /** @throws ProblemException unsupported media type, if it is an event in no mode we speak */
    static EventMode of(Map<String, String> headers) {
        String mediaType = mediaType(headers);
        if (mediaType.equals("application/cloudevents+json")) {
            return STRUCTURED;
        }
        if (mediaType.equals("application/cloudevents-batch+json")) {
            return BATCH;
        }
        if (mediaType.startsWith("application/cloudevents") || !BinaryMode.applies(headers)) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send application/cloudevents+json, application/cloudevents-batch+json, or ce- header fields.");
        }
        return BINARY;
    }

    static String mediaType(Map<String, String> headers) {
        String type = headers.getOrDefault("content-type", "");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
