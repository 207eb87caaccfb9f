package dev.touchstone.chassis.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CAUSE = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void theSpanAtHandIsTheParentWhereItIsOfTheSameTrace() {
        assertThat(TraceContext.traceparent(span(TRACE), CAUSE)).isEqualTo("00-" + TRACE + "-b7ad6b7169203331-01");
    }

    @Test
    void whatWaitedStaysInItsOwnTrace() {
        assertThat(TraceContext.traceparent(span("0af7651916cd43dd8448eb211c80319c"), CAUSE))
                .isEqualTo(CAUSE);
    }

    @Test
    void whatNothingLedToStartsWithTheSpanAtHand() {
        assertThat(TraceContext.traceparent(span(TRACE), null)).isEqualTo("00-" + TRACE + "-b7ad6b7169203331-01");
    }

    @Test
    void thereMayBeNoTrace() {
        assertThat(TraceContext.traceparent(SpanContext.getInvalid(), null)).isNull();
        assertThat(TraceContext.traceparent(SpanContext.getInvalid(), CAUSE)).isEqualTo(CAUSE);
    }

    private static SpanContext span(String trace) {
        return SpanContext.create(trace, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());
    }
}
