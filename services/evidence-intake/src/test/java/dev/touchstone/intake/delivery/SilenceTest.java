package dev.touchstone.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    /** A Wednesday. */
    private static final Instant LAST = Instant.parse("2026-11-18T12:00:00Z");

    @Test
    void silentAfterThreeTimesItsUsualGap() {
        // Given
        List<Instant> hourly = every(Duration.ofHours(1), 100);

        // When
        var after = Silence.of(hourly, ZONE, LAST.plus(Duration.ofHours(3)).plusSeconds(1));

        // Then
        assertThat(after)
                .hasValue("Nothing has come for 3 h 0 min; 95 of 100 times the next delivery comes within 1 h 0 min.");
        assertThat(Silence.of(hourly, ZONE, LAST.plus(Duration.ofHours(3)))).isEmpty();
    }

    @Test
    void anHourIsNeverTooLong() {
        List<Instant> everyMinute = every(Duration.ofMinutes(1), 100);

        assertThat(Silence.of(everyMinute, ZONE, LAST.plus(Duration.ofHours(1))))
                .isEmpty();
        assertThat(Silence.of(everyMinute, ZONE, LAST.plus(Duration.ofMinutes(61))))
                .isPresent();
    }

    @Test
    void oneLongGapInManyIsNoHabit() {
        // Given
        List<Instant> withOneBreak = Stream.concat(
                        every(Duration.ofHours(1), 50).stream(),
                        every(Duration.ofHours(1), 50).stream().map(time -> time.minus(Duration.ofHours(150))))
                .toList();

        // When
        var silence = Silence.of(withOneBreak, ZONE, LAST.plus(Duration.ofHours(4)));

        // Then
        assertThat(silence).isPresent();
    }

    @Test
    void whoRestsAtWeekendsIsNotMissedThere() {
        // Given
        Instant friday = Instant.parse("2026-11-20T16:00:00Z");
        List<Instant> workingHours = Stream.iterate(friday, time -> time.minus(Duration.ofHours(1)))
                .filter(time -> !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                        .contains(time.atZone(ZONE).getDayOfWeek()))
                .limit(200)
                .toList();

        // When
        var sunday = Silence.of(workingHours, ZONE, Instant.parse("2026-11-22T23:00:00Z"));

        // Then
        assertThat(Silence.of(every(friday, Duration.ofHours(1), 200), ZONE, Instant.parse("2026-11-22T23:00:00Z")))
                .isPresent();
        assertThat(Silence.of(workingHours, ZONE, Instant.parse("2026-11-20T18:30:00Z")))
                .isEmpty();
        assertThat(sunday).hasValueSatisfying(why -> assertThat(why).contains("8 h 0 min, weekends left out"));
    }

    @Test
    void aHabitTakesTwentyDeliveries() {
        Instant muchLater = LAST.plus(Duration.ofDays(30));

        assertThat(Silence.of(every(Duration.ofHours(1), 19), ZONE, muchLater)).isEmpty();
        assertThat(Silence.of(every(Duration.ofHours(1), 20), ZONE, muchLater)).isPresent();
        assertThat(Silence.of(every(Duration.ofDays(3), 100), ZONE, muchLater)).isEmpty();
        assertThat(Silence.of(List.of(), ZONE, muchLater)).isEmpty();
    }

    @Property
    void whoIsSilentStaysSilentUntilSomethingComes(
            @ForAll @IntRange(min = 1, max = 600) int minutes,
            @ForAll @IntRange(min = 1, max = 50_000) int later,
            @ForAll @IntRange(min = 0, max = 50_000) int evenLater) {
        List<Instant> regular = every(Duration.ofMinutes(minutes), 60);
        Instant now = LAST.plus(Duration.ofMinutes(later));

        boolean silent = Silence.of(regular, ZONE, now).isPresent();

        if (silent) {
            assertThat(later).isGreaterThan(Math.max(60, 3 * minutes));
            assertThat(Silence.of(regular, ZONE, now.plus(Duration.ofMinutes(evenLater))))
                    .isPresent();
        }
    }

    private static List<Instant> every(Duration gap, int count) {
        return every(LAST, gap, count);
    }

    private static List<Instant> every(Instant last, Duration gap, int count) {
        return Stream.iterate(last, time -> time.minus(gap)).limit(count).toList();
    }
}
