package dev.touchstone.intake.connection;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How old a signed request may be. Without such a rule a captured request stays good for ever; the de-duplication key
 * is then the only guard.
 *
 * @param element where the time stands
 * @param tolerance how far it may be from now, either way
 */
public record TimestampRule(HeaderElement element, TimeUnit unit, Duration tolerance) {

    /** How the time is written. */
    public enum TimeUnit {
        /** Seconds since 1970. */
        SECONDS,
        /** Milliseconds since 1970. */
        MILLISECONDS,
        /** RFC 3339. */
        RFC3339
    }

    /** The time as it is written, for the signed text; empty unless there is exactly one. */
    Optional<String> text(Headers headers) {
        List<String> values = element.values(headers);
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Empty if it is not a time. */
    Optional<Instant> parse(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (unit) {
                        case SECONDS -> Instant.ofEpochSecond(new BigInteger(text).longValueExact());
                        case MILLISECONDS -> Instant.ofEpochMilli(new BigInteger(text).longValueExact());
                        case RFC3339 -> OffsetDateTime.parse(text).toInstant();
                    });
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Why the time that the request states is no good; empty if it is. */
    Optional<Rejection> untimely(Headers headers, Instant now) {
        Optional<String> stated = text(headers);
        if (stated.isEmpty()) {
            return Optional.of(Rejection.TIMESTAMP_MISSING);
        }
        Optional<Instant> time = parse(stated.get());
        if (time.isEmpty()) {
            return Optional.of(Rejection.TIMESTAMP_UNREADABLE);
        }
        return accepts(time.get(), now) ? Optional.empty() : Optional.of(Rejection.TIMESTAMP_STALE);
    }

    private boolean accepts(Instant stated, Instant now) {
        return Duration.between(stated, now).abs().compareTo(tolerance) <= 0;
    }
}
