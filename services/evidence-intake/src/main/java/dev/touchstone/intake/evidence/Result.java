package dev.touchstone.intake.evidence;

/**
 * What the source says came out. Any component may be null.
 *
 * @param scaled -1 to 1
 * @param durationSeconds time spent
 */
public record Result(
        Double scaled,
        Double raw,
        Double min,
        Double max,
        Boolean success,
        Boolean completion,
        Double durationSeconds) {

    public static final Result NONE = new Result(null, null, null, null, null, null, null);

    /**
     * With the scaled score worked out where the source did not give it: {@code (raw - min) / (max - min)}, min being 0
     * unless stated. Scores beyond the scale count as its end; raw and max still show them.
     */
    public Result scaledByRange() {
        Double value = scaled != null ? scaled : ratio();
        Double within = value == null ? null : Double.valueOf(Math.max(-1, Math.min(1, value)));
        return new Result(within, raw, min, max, success, completion, durationSeconds);
    }

    private Double ratio() {
        double lowest = min == null ? 0 : min;
        if (raw == null || max == null || !(max > lowest)) {
            return null;
        }
        double ratio = (raw - lowest) / (max - lowest);
        return Double.isFinite(ratio) ? Double.valueOf(ratio) : null;
    }
}
