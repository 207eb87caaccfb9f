package dev.touchstone.assessment.criteria;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Calendar periods for people to read. */
final class Periods {

    private Periods() {}

    static String inWords(Period period) {
        List<String> words = new ArrayList<>();
        add(words, period.getYears(), "year");
        add(words, period.getMonths(), "month");
        add(words, period.getDays(), "day");
        return words.isEmpty() ? "a day" : String.join(" and ", words);
    }

    private static void add(List<String> words, int amount, String unit) {
        if (amount != 0) {
            words.add(amount + " " + unit + (amount == 1 ? "" : "s"));
        }
    }
}
