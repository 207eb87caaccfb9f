package dev.touchstone.intake.xapi.query;

import dev.touchstone.intake.xapi.Statement;
import dev.touchstone.intake.xapi.XapiVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A statement as the store keeps and answers it: what was received, and what a record store adds. */
public final class RecordedForm {

    private RecordedForm() {}

    /** @param authority who vouches for it: the connection that it came by */
    public static Map<String, Object> of(Statement statement, UUID id, Instant stored, Map<String, Object> authority) {
        Map<String, Object> recorded = new LinkedHashMap<>();
        recorded.put("id", id.toString());
        recorded.putAll(statement.content());
        recorded.put("id", id.toString());
        recorded.put("timestamp", timestamp(statement, stored));
        recorded.put("stored", stored.toString());
        recorded.put("authority", authority);
        recorded.putIfAbsent("version", statement.version() == XapiVersion.V2_0 ? "2.0.0" : "1.0.0");
        return recorded;
    }

    /** 2.0 asks for UTC and has other offsets converted; 1.0.3 keeps what was sent. */
    private static String timestamp(Statement statement, Instant stored) {
        if (statement.timestamp() == null) {
            return stored.toString();
        }
        return statement.version() == XapiVersion.V2_0
                ? statement.timestamp().toString()
                : (String) statement.content().get("timestamp");
    }
}
