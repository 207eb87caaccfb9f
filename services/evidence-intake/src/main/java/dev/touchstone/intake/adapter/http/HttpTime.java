package dev.touchstone.intake.adapter.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as header fields write them (RFC 9110 section 5.6.7). */
final class HttpTime {

    private HttpTime() {}

    static String of(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
