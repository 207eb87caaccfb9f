package dev.touchstone.intake.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When it is asked again: after 10 seconds, twice as long each time, an hour at most; half of it by chance, so that what
 * failed together does not come back together. Whoever asks for a longer pause gets it, up to the hour.
 */
public final class Retries {

    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private Retries() {}

    /**
     * @param tries that were made, 1 or more
     * @param asked the pause that the other asks for; null if it does not
     * @param chance 0 to 1
     */
    public static Duration pause(int tries, Duration asked, double chance) {
        long full = FIRST.toMillis() << Math.min(Math.max(tries, 1) - 1, MOST_DOUBLINGS);
        long capped = Math.min(full, LONGEST.toMillis());
        Duration own = Duration.ofMillis(capped / 2 + (long) (capped / 2 * chance));
        if (asked == null || asked.compareTo(own) <= 0) {
            return own;
        }
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }

    /** The header field {@code Retry-After} (RFC 9110 section 10.2.3); empty if it is missing or neither of its forms. */
    public static Optional<Duration> retryAfter(String field, Instant now) {
        if (field == null) {
            return Optional.empty();
        }
        String text = field.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(time.isAfter(now) ? Duration.between(now, time) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
