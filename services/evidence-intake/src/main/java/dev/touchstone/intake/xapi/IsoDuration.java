package dev.touchstone.intake.xapi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in ISO 8601, as results state them: {@code PT24.57S}, {@code P1DT2H}, {@code P3W}. Weeks stand alone. */
final class IsoDuration {

    private static final String NUMBER = "([0-9]{1,12}(?:[.,][0-9]{1,12})?)";
    private static final Pattern WEEKS = Pattern.compile("P" + NUMBER + "W");
    private static final Pattern FORM = Pattern.compile("P(?=.)(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:" + NUMBER
            + "D)?(?:T(?=.)(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:" + NUMBER + "S)?)?");
    private static final Pattern FINE_SECONDS = Pattern.compile("([.,][0-9]{2})[0-9]+(?=S$)");
    private static final int YEARS = 1;
    private static final int MONTHS = 2;
    private static final int WEEK_SECONDS = 604_800;
    private static final double[] SECONDS = {0, 0, 86_400, 3_600, 60, 1};

    private IsoDuration() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches() || WEEKS.matcher(text).matches();
    }

    /** Empty if it counts years or months, which have no fixed length. */
    static Optional<Double> seconds(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return Optional.of(number(weeks.group(1)) * WEEK_SECONDS);
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(YEARS) != null || matcher.group(MONTHS) != null) {
            return Optional.empty();
        }
        double seconds = 0;
        for (int group = MONTHS + 1; group <= matcher.groupCount(); group++) {
            String number = matcher.group(group);
            seconds += number == null ? 0 : number(number) * SECONDS[group - 1];
        }
        return Optional.of(seconds);
    }

    /** Without what is finer than a hundredth of a second. */
    static String toHundredths(String text) {
        return FINE_SECONDS.matcher(text).replaceFirst("$1");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
