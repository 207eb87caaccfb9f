package dev.touchstone.intake.xapi;

import dev.touchstone.intake.evidence.Timestamps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as xAPI writes them: date and time, with an offset or in UTC. */
public final class XapiTime {

    private static final Pattern DATE_AND_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}.*");
    /** RFC 3339 gives it the meaning "offset not known"; xAPI refuses it, as ISO 8601 does. */
    private static final Pattern UNKNOWN_OFFSET = Pattern.compile(".*-00(:?00)?");

    private XapiTime() {}

    /** Empty if it is not a time. */
    public static Optional<Instant> parse(String text) {
        if (!DATE_AND_TIME.matcher(text).matches()
                || UNKNOWN_OFFSET.matcher(text.substring(10)).matches()) {
            return Optional.empty();
        }
        return Timestamps.parse(text, ZoneOffset.UTC);
    }
}
