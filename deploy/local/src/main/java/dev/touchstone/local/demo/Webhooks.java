package dev.touchstone.local.demo;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A system that pushes signed webhooks: the work tool with what got done, the HRIS with who came. */
final class Webhooks {

    private record Sent(byte[] body, Map<String, String> headers) {}

    private final Http http;
    private final String url;
    private final Connection connection;
    private final Ledger ledger;
    private final List<Sent> sent = new ArrayList<>();

    Webhooks(Http http, Addresses addresses, Connection connection, Ledger ledger) {
        this.http = http;
        this.url = addresses.intake() + connection.path();
        this.connection = connection;
        this.ledger = ledger;
    }

    /** Somebody got something done. */
    void work(DemoPeople.Person person, String event, String type, String item, String title, List<String> labels) {
        push(Map.of(
                "event", event,
                "at", Instant.now().toString(),
                "assignee", Map.of("email", person.email()),
                "item",
                        Map.of(
                                "url",
                                "https://work.northwind.example/" + item,
                                "type",
                                type,
                                "title",
                                title,
                                "labels",
                                labels)));
        ledger.accepted(person.login());
    }

    /** Somebody joined, or something about them changed. */
    void person(DemoPeople.Person person, String unitName) {
        push(Map.of(
                "employee",
                Map.of(
                        "number", person.employeeNumber(),
                        "login", person.login(),
                        "name", person.name(),
                        "email", person.email(),
                        "title", person.jobTitle(),
                        "unit", Map.of("id", person.unitId(), "name", unitName),
                        "manager", person.manager())));
    }

    /** As senders do that missed our answer: the last few once more. */
    void sendAgain(int howMany) {
        for (Sent one : sent.subList(Math.max(0, sent.size() - howMany), sent.size())) {
            Http.Answer answer = http.post(url, null, one.body(), one.headers()).expect(200, 202);
            if (answer.headers().firstValue("Intake-Duplicate").isEmpty()) {
                throw new DemonstrationFailed("a repeated webhook was not recognised");
            }
            ledger.duplicate();
        }
    }

    /** Somebody who does not know the secret. */
    void forge() {
        byte[] body = Http.bytes(Map.of("event", "merged"));
        http.post(url, null, body, Map.of("X-Signature-256", "sha256=" + "0".repeat(64), "X-Delivery", "forged"))
                .expect(401);
    }

    private void push(Map<String, Object> payload) {
        byte[] body = Http.bytes(payload);
        Map<String, String> headers = Map.of(
                "X-Signature-256",
                "sha256=" + signature(body),
                "X-Delivery",
                UUID.randomUUID().toString());
        http.post(url, null, body, headers).expect(200, 202);
        sent.add(new Sent(body, headers));
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Http.bytes(connection.secret()), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
