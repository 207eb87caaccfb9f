package dev.touchstone.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void keepsTheScaledScoreThatTheSourceGave() {
        assertThat(score(0.88, 10.0, 0.0, 100.0).scaledByRange().scaled()).isEqualTo(0.88);
    }

    @Test
    void worksItOutFromRawAndRange() {
        assertThat(score(null, 60.0, 20.0, 100.0).scaledByRange().scaled()).isEqualTo(0.5);
        assertThat(score(null, 88.0, null, 100.0).scaledByRange().scaled()).isEqualTo(0.88);
    }

    @Test
    void knowsNoneWithoutAMaximum() {
        assertThat(score(null, 60.0, 0.0, null).scaledByRange().scaled()).isNull();
        assertThat(score(null, 60.0, 100.0, 100.0).scaledByRange().scaled()).isNull();
    }

    @Test
    void staysOnTheScale() {
        Result result = score(null, 5.0, null, 1.0).scaledByRange();

        assertThat(result.scaled()).isEqualTo(1.0);
        assertThat(result.raw()).isEqualTo(5.0);
    }

    @Property
    void isAlwaysOnTheScale(@ForAll double raw, @ForAll double min, @ForAll double max) {
        Double scaled = score(null, raw, min, max).scaledByRange().scaled();

        assertThat(scaled == null || (scaled >= -1 && scaled <= 1)).isTrue();
    }

    private static Result score(Double scaled, Double raw, Double min, Double max) {
        return new Result(scaled, raw, min, max, null, null, null);
    }
}
