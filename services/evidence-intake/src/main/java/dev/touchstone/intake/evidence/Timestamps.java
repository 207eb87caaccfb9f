package dev.touchstone.intake.evidence;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as senders really write them: RFC 3339, offsets without a colon or minutes ({@code +0000}, {@code +01}), no
 * offset at all (the connection's time zone), a date alone (its first moment), milliseconds since 1970. A number that
 * would be a time before 1973 is refused: it is far more likely in seconds, and a wrong year is worse than none.
 */
public final class Timestamps {

    /** Clocks differ: a time this far ahead is now, one further ahead is a mistake. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final int LONGEST = 64;
    private static final long SMALLEST_MILLIS = 100_000_000_000L;
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXXXX][XXXX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    /** Empty if it is not a time. */
    public static Optional<Instant> parse(Object value, ZoneId zone) {
        if (value instanceof Number number) {
            return ofMillis(number.toString());
        }
        if (!(value instanceof String text) || text.length() > LONGEST) {
            return Optional.empty();
        }
        String stripped = text.strip();
        if (!stripped.isEmpty() && stripped.chars().allMatch(character -> character >= '0' && character <= '9')) {
            return ofMillis(stripped);
        }
        try {
            return Optional.of(instant(
                    FORMAT.parseBest(stripped, OffsetDateTime::from, LocalDateTime::from, LocalDate::from), zone));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * When something happened, as far as that can be true: not before 1900, not after now. A sender's clock that runs
     * ahead a little is forgiven.
     */
    public static Optional<Instant> plausible(Instant stated, Instant now) {
        if (stated.isBefore(EARLIEST) || stated.isAfter(now.plus(CLOCK_SKEW))) {
            return Optional.empty();
        }
        return Optional.of(stated.isAfter(now) ? now : stated);
    }

    private static Optional<Instant> ofMillis(String number) {
        try {
            long millis = new BigDecimal(number).longValueExact();
            return millis < SMALLEST_MILLIS ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        if (time instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (time instanceof LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
        return LocalDate.from(time).atStartOfDay(zone).toInstant();
    }
}
