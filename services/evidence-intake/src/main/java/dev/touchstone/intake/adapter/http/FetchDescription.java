package dev.touchstone.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.intake.fetch.FetchCredentials;
import dev.touchstone.intake.fetch.FetchRequest;
import dev.touchstone.intake.fetch.FetchSettings;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it would be made, without its secret.
 *
 * @param headers what is secret of them is {@code …}
 * @param body null for none
 * @param detail why it would not be made; null if it would
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FetchDescription(
        String name, String method, String url, Map<String, String> headers, Object body, String detail) {

    private static final String SECRET = "…";

    static FetchDescription of(FetchSettings settings, FetchRequest request, URI address) {
        return new FetchDescription(
                request.name(), request.method(), address.toString(), headers(settings), request.body(), null);
    }

    static FetchDescription refused(FetchRequest request, String detail) {
        return new FetchDescription(request.name(), request.method(), null, null, null, detail);
    }

    private static Map<String, String> headers(FetchSettings settings) {
        Map<String, String> headers = new TreeMap<>(settings.headers());
        FetchCredentials credentials = settings.credentials();
        if (credentials instanceof FetchCredentials.Basic) {
            headers.put("Authorization", "Basic " + SECRET);
        } else if (credentials instanceof FetchCredentials.Fixed fixed) {
            headers.put(fixed.header(), fixed.value(SECRET));
        } else if (credentials instanceof FetchCredentials.ClientCredentials) {
            headers.put("Authorization", "Bearer " + SECRET);
        }
        return headers;
    }
}
