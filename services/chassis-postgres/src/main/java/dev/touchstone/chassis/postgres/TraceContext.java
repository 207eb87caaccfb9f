package dev.touchstone.chassis.postgres;

import io.opentelemetry.api.trace.SpanContext;

/** W3C trace context of an event that goes out. */
final class TraceContext {

    private TraceContext() {}

    /**
     * An event belongs to the trace of what led to it. That is mostly the trace of the work at hand, whose span is then
     * the parent. Where something that waited is set free by something else, the work at hand is of the latter's trace.
     *
     * @param current span of the work at hand; may be invalid
     * @param cause of the event that led to it; null where there is none
     * @return null where there is no trace
     */
    static String traceparent(SpanContext current, String cause) {
        boolean goesOn = current.isValid() && (cause == null || cause.contains(current.getTraceId()));
        return goesOn
                ? "00-" + current.getTraceId() + "-" + current.getSpanId() + "-"
                        + current.getTraceFlags().asHex()
                : cause;
    }
}
