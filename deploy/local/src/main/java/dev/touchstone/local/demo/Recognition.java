package dev.touchstone.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A platform on which colleagues thank each other; it speaks CloudEvents. */
final class Recognition {

    private static final Map<String, String> STRUCTURED = Map.of("Content-Type", "application/cloudevents+json");

    private final Http http;
    private final String url;
    private final Connection connection;
    private final Ledger ledger;

    Recognition(Http http, Addresses addresses, Connection connection, Ledger ledger) {
        this.http = http;
        this.url = addresses.intake() + connection.path();
        this.connection = connection;
        this.ledger = ledger;
    }

    void thank(DemoPeople.Person person, String message) {
        Map<String, Object> event = Map.of(
                "specversion", "1.0",
                "id", UUID.randomUUID().toString(),
                "source", "https://thanks.northwind.example",
                "type", "example.thanks.given",
                "time", Instant.now().toString(),
                "datacontenttype", "application/json",
                "data", Map.of("receiver", person.email(), "message", message, "values", List.of("welcoming")));
        http.post(url, connection.bearer(), event, STRUCTURED).expect(202);
        ledger.accepted(person.login());
    }
}
