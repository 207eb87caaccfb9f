package dev.touchstone.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T18:42:00Z, 2026-01-31T18:42:00Z",
        "2026-01-31T18:42:00.123456Z, 2026-01-31T18:42:00.123456Z",
        "2026-01-31T18:42:00+01:00, 2026-01-31T17:42:00Z",
        "2026-01-31T18:42:00+0000, 2026-01-31T18:42:00Z",
        "2026-01-31T18:42:00-0530, 2026-02-01T00:12:00Z",
        "2026-01-31T18:42:00+01, 2026-01-31T17:42:00Z",
        "2026-01-31 18:42:00, 2026-01-31T17:42:00Z",
        "2025-01-08T13:06:26.915906, 2025-01-08T12:06:26.915906Z",
        "2026-07-01T12:00, 2026-07-01T10:00:00Z",
        "2026-01-31, 2026-01-30T23:00:00Z",
        "1732355000000, 2024-11-23T09:43:20Z"
    })
    void readsWhatSendersWrite(String text, Instant expected) {
        assertThat(Timestamps.parse(text, BERLIN)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "yesterday", "2026-13-01", "2026-02-30", "20261123", "1732355000", "T10:00:00Z", "2026"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(Timestamps.parse(text, BERLIN)).isEmpty();
    }

    @Test
    void readsMillisecondsFromNumbers() {
        assertThat(Timestamps.parse(1732355000000L, ZoneOffset.UTC)).contains(Instant.parse("2024-11-23T09:43:20Z"));
        assertThat(Timestamps.parse(1732355000, ZoneOffset.UTC)).isEmpty();
        assertThat(Timestamps.parse(1.5, ZoneOffset.UTC)).isEmpty();
        assertThat(Timestamps.parse(Double.NaN, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void forgivesAClockThatIsALittleAhead() {
        assertThat(Timestamps.plausible(NOW.plusSeconds(200), NOW)).contains(NOW);
        assertThat(Timestamps.plausible(NOW.plusSeconds(301), NOW)).isEmpty();
        assertThat(Timestamps.plausible(Instant.parse("1899-12-31T00:00:00Z"), NOW))
                .isEmpty();
        assertThat(Timestamps.plausible(Instant.parse("1987-05-01T00:00:00Z"), NOW))
                .contains(Instant.parse("1987-05-01T00:00:00Z"));
    }

    @Property
    void neverThrows(@ForAll @StringLength(max = 70) String text) {
        assertThat(Timestamps.parse(text, ZoneOffset.UTC)).isNotNull();
    }

    @Property
    void neverThrowsOnNumbers(@ForAll double number, @ForAll long whole) {
        assertThat(Timestamps.parse(number, ZoneOffset.UTC)).isNotNull();
        assertThat(Timestamps.parse(whole, ZoneOffset.UTC)).isNotNull();
    }
}
