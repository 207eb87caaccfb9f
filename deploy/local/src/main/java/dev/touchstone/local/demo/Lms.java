package dev.touchstone.local.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A learning platform that reports completions and scores as xAPI statements. */
final class Lms {

    static final String COURSES = "https://lms.northwind.example/course/";
    private static final String VERBS = "http://adlnet.gov/expapi/verbs/";
    private static final Map<String, String> VERSION = Map.of("X-Experience-API-Version", "1.0.3");

    private final Http http;
    private final String url;
    private final Connection connection;
    private final Ledger ledger;
    private final List<Map<String, Object>> sent = new ArrayList<>();

    Lms(Http http, Addresses addresses, Connection connection, Ledger ledger) {
        this.http = http;
        this.url = addresses.intake() + connection.path();
        this.connection = connection;
        this.ledger = ledger;
    }

    void completed(DemoPeople.Person person, String course) {
        send(person, statement(person, "completed", course, Map.of("completion", true)));
    }

    void scored(DemoPeople.Person person, String activity, double scaled) {
        send(person, statement(person, "scored", activity, Map.of("score", Map.of("scaled", scaled))));
    }

    /** As platforms do after an interruption: everything once more. */
    void sendEverythingAgain() {
        http.post(url, connection.basic(), sent, VERSION).expect(200);
        sent.forEach(statement -> ledger.duplicate());
    }

    private void send(DemoPeople.Person person, Map<String, Object> statement) {
        http.post(url, connection.basic(), statement, VERSION).expect(200);
        sent.add(statement);
        ledger.accepted(person.login());
    }

    private static Map<String, Object> statement(
            DemoPeople.Person person, String verb, String activity, Map<String, Object> result) {
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "actor", Map.of("objectType", "Agent", "mbox", "mailto:" + person.email()),
                "verb", Map.of("id", VERBS + verb),
                "object",
                        Map.of(
                                "id",
                                COURSES + activity,
                                "definition",
                                Map.of("type", VERBS.replace("verbs", "activities") + "course")),
                "result", result,
                "timestamp", Instant.now().toString());
    }
}
