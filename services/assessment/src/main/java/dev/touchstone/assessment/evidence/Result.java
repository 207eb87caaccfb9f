package dev.touchstone.assessment.evidence;

/**
 * What came out of the activity, where the source said so.
 *
 * @param scaled score from -1 to 1; null where there is none
 * @param success whether the source calls it passed; null where it does not say
 */
public record Result(Double scaled, Boolean success) {

    public static final Result NONE = new Result(null, null);

    public boolean hasScore() {
        return scaled != null;
    }

    public boolean saysFailed() {
        return Boolean.FALSE.equals(success);
    }
}
