package dev.touchstone.intake.delivery;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by a connection's own habit that it has gone silent: nothing for longer than three times the gap that 95 of 100
 * of its gaps do not exceed, and for an hour at least. The habit is that of the 28 days up to its last delivery, and
 * needs {@value #FEWEST} hours with deliveries. Hours and not deliveries, because who sends a thousand at once every night
 * has a habit of a day and not of a millisecond. Who never delivers on Saturdays and Sundays is not missed there.
 */
public final class Silence {

    /** As many of the newest hours with deliveries as are looked at: those of 28 days. */
    public static final int MOST = 672;

    static final int FEWEST = 20;
    private static final Duration HABIT = Duration.ofDays(28);
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final double USUAL = 0.95;
    private static final int PATIENCE = 3;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private Silence() {}

    /**
     * @param newestFirst when the connection last delivered in each hour in which it did
     * @param zone in which its weekends are
     * @return the sentence that says why it is held silent; empty if it is not, or its habit is not known yet
     */
    public static Optional<String> of(List<Instant> newestFirst, ZoneId zone, Instant now) {
        if (newestFirst.size() < FEWEST) {
            return Optional.empty();
        }
        Instant last = newestFirst.get(0);
        List<Instant> habit = newestFirst.stream()
                .filter(time -> !time.isBefore(last.minus(HABIT)))
                .toList();
        if (habit.size() < FEWEST) {
            return Optional.empty();
        }
        boolean restsAtWeekends = habit.stream().noneMatch(time -> weekend(time.atZone(zone)));
        List<Duration> gaps = new ArrayList<>();
        for (int index = 1; index < habit.size(); index++) {
            gaps.add(elapsed(habit.get(index), habit.get(index - 1), zone, restsAtWeekends));
        }
        gaps.sort(null);
        Duration usual = gaps.get((int) Math.ceil(USUAL * gaps.size()) - 1);
        Duration allowed = usual.multipliedBy(PATIENCE);
        Duration silent = elapsed(last, now, zone, restsAtWeekends);
        if (silent.compareTo(allowed.compareTo(SHORTEST) < 0 ? SHORTEST : allowed) <= 0) {
            return Optional.empty();
        }
        return Optional.of("Nothing has come for " + words(silent) + (restsAtWeekends ? ", weekends left out" : "")
                + "; 95 of 100 times the next delivery comes within " + words(usual) + ".");
    }

    private static Duration elapsed(Instant from, Instant to, ZoneId zone, boolean withoutWeekends) {
        Duration elapsed = Duration.between(from, to);
        if (!withoutWeekends) {
            return elapsed;
        }
        ZonedDateTime time = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        while (time.isBefore(end)) {
            ZonedDateTime midnight = time.toLocalDate().plusDays(1).atStartOfDay(zone);
            ZonedDateTime until = midnight.isBefore(end) ? midnight : end;
            if (weekend(time)) {
                elapsed = elapsed.minus(Duration.between(time, until));
            }
            time = until;
        }
        return elapsed;
    }

    private static boolean weekend(ZonedDateTime time) {
        return WEEKEND.contains(time.getDayOfWeek());
    }

    private static String words(Duration duration) {
        if (duration.toDays() > 1) {
            return duration.toDays() + " days";
        }
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min";
    }
}
