package dev.touchstone.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @Test
    void eachPauseIsTwiceAsLongAndHalfOfItByChance() {
        assertThat(Retries.pause(1, null, 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Retries.pause(1, null, 1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Retries.pause(2, null, 0.5)).isEqualTo(Duration.ofSeconds(15));
        assertThat(Retries.pause(6, null, 1)).isEqualTo(Duration.ofSeconds(320));
    }

    @Test
    void whoAsksForLongerGetsItUpToAnHour() {
        assertThat(Retries.pause(1, Duration.ofMinutes(2), 1)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Retries.pause(1, Duration.ofSeconds(1), 1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Retries.pause(1, Duration.ofDays(3), 1)).isEqualTo(Duration.ofHours(1));
    }

    @Property
    void neverLongerThanAnHourNorShorterThanFiveSeconds(
            @ForAll @IntRange(min = 0, max = 1000) int tries,
            @ForAll @IntRange(min = 0) int asked,
            @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        assertThat(Retries.pause(tries, Duration.ofSeconds(asked), chance))
                .isBetween(Duration.ofSeconds(5), Duration.ofHours(1));
    }

    @Test
    void readsBothFormsOfRetryAfter() {
        assertThat(Retries.retryAfter("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(Retries.retryAfter("Fri, 27 Nov 2026 10:00:30 GMT", NOW)).contains(Duration.ofSeconds(30));
        assertThat(Retries.retryAfter("Fri, 27 Nov 2026 09:00:00 GMT", NOW)).contains(Duration.ZERO);
        assertThat(Retries.retryAfter("soon", NOW)).isEmpty();
        assertThat(Retries.retryAfter("-1", NOW)).isEmpty();
        assertThat(Retries.retryAfter("99999999999", NOW)).isEmpty();
        assertThat(Retries.retryAfter(null, NOW)).isEmpty();
    }
}
