package dev.touchstone.intake.fetch;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a connection asks of the system whose notifications carry ids only. Where it asks is fixed here: nothing that a
 * notification holds changes the host.
 *
 * @param origin scheme, host and port of every request
 * @param requests 1 to 5, one after the other; later ones may use what earlier ones brought
 * @param headers further header fields, none of them secret
 */
public record FetchSettings(
        URI origin, List<FetchRequest> requests, Map<String, String> headers, FetchCredentials credentials) {

    public FetchSettings {
        requests = List.copyOf(requests);
        headers = Map.copyOf(headers);
    }

    /** Whom the secret may be told. One that was given for another audience is never told this one. */
    public String audience() {
        return credentials instanceof FetchCredentials.ClientCredentials client
                ? client.tokenUrl() + " " + origin
                : origin.toString();
    }
}
