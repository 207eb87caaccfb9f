package dev.touchstone.intake.xapi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in ISO 8601, as results state them: {@code PT24.57S}, {@code P1DT2H}, {@code P3W}. */
final class IsoDuration {

    private static final String NUMBER = "([0-9]{1,12}(?:[.,][0-9]{1,12})?)";
    private static final Pattern FORM = Pattern.compile("P(?=.)(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:" + NUMBER
            + "W)?(?:" + NUMBER + "D)?(?:T(?=.)(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:" + NUMBER + "S)?)?");
    private static final int YEARS = 1;
    private static final int MONTHS = 2;
    private static final double[] SECONDS = {0, 0, 604_800, 86_400, 3_600, 60, 1};

    private IsoDuration() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Empty if it counts years or months, which have no fixed length. */
    static Optional<Double> seconds(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(YEARS) != null || matcher.group(MONTHS) != null) {
            return Optional.empty();
        }
        double seconds = 0;
        for (int group = MONTHS + 1; group <= matcher.groupCount(); group++) {
            String number = matcher.group(group);
            seconds += number == null ? 0 : Double.parseDouble(number.replace(',', '.')) * SECONDS[group - 1];
        }
        return Optional.of(seconds);
    }
}
