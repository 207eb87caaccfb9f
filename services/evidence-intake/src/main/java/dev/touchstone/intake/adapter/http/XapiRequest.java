package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.xapi.XapiVersion;
import java.util.Locale;
import java.util.Map;

/**
 * A request of xAPI, whichever way it was written.
 *
 * @param headers by their names in lower case
 */
record XapiRequest(
        String method,
        XapiParameters parameters,
        Map<String, String> headers,
        byte[] body,
        XapiVersion version,
        SenderAccess access) {

    Connection connection() {
        return access.connection();
    }

    String tenant() {
        return connection().tenant();
    }

    /** Null if not given. */
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
