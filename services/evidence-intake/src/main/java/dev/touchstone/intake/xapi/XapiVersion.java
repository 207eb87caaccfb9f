package dev.touchstone.intake.xapi;

import java.util.Optional;
import java.util.regex.Pattern;

/** Versions of xAPI, told by the header {@code X-Experience-API-Version}. */
public enum XapiVersion {
    V1_0("1.0.3"),
    V2_0("2.0.0");

    public static final String HEADER = "X-Experience-API-Version";
    private static final Pattern ONE = Pattern.compile("1\\.0(\\.[0-9]{1,3})?");
    private static final Pattern TWO = Pattern.compile("2\\.0\\.[0-9]{1,3}");

    private final String newest;

    XapiVersion(String newest) {
        this.newest = newest;
    }

    /** What answers state. */
    public String newest() {
        return newest;
    }

    /** Empty if the header is missing or names a version that is not spoken here. */
    public static Optional<XapiVersion> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (ONE.matcher(header).matches()) {
            return Optional.of(V1_0);
        }
        return TWO.matcher(header).matches() ? Optional.of(V2_0) : Optional.empty();
    }
}
