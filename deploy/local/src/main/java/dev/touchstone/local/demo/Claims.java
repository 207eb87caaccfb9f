package dev.touchstone.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** People who hand in what they did themselves, for an achievement they claim. */
final class Claims {

    private final Http http;
    private final String url;
    private final SignIn signIn;
    private final Ledger ledger;

    Claims(Http http, Addresses addresses, SignIn signIn, Ledger ledger) {
        this.http = http;
        this.url = addresses.intake() + "/intake/v1/evidence";
        this.signIn = signIn;
        this.ledger = ledger;
    }

    /** Evidence from long ago, and the same request again, as a browser sends it whose answer got lost. */
    void earlier(DemoPeople.Person person, String achievementId, String title, String text, String occurredAt) {
        Map<String, Object> body = body("artefact", achievementId, title, text, occurredAt);
        body.put("basis", "prior-learning");
        body.put("link", "https://portfolio.northwind.example/" + person.login());
        String key = UUID.randomUUID().toString();
        String first = submit(person, body, key);
        ledger.acceptedForJudgement();
        if (!submit(person, body, key).equals(first)) {
            throw new DemonstrationFailed("a repeated submission became a second piece of evidence");
        }
        ledger.duplicate();
    }

    void artefact(DemoPeople.Person person, String achievementId, String title, String text, String occurredAt) {
        submit(
                person,
                body("artefact", achievementId, title, text, occurredAt),
                UUID.randomUUID().toString());
        ledger.acceptedForJudgement();
    }

    void reflection(DemoPeople.Person person, String achievementId, String text, String occurredAt) {
        submit(
                person,
                body("reflection", achievementId, "Reflection", text, occurredAt),
                UUID.randomUUID().toString());
        ledger.acceptedForJudgement();
    }

    private String submit(DemoPeople.Person person, Map<String, Object> body, String key) {
        return http.post(url, signIn.as(person.login()), body, Map.of("Idempotency-Key", key))
                .expect(202)
                .body()
                .path("evidenceId")
                .asText();
    }

    private static Map<String, Object> body(
            String kind, String achievementId, String title, String text, String occurredAt) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("title", title);
        body.put("text", text);
        body.put("occurredAt", occurredAt);
        body.put("claim", Map.of("achievementId", achievementId));
        return body;
    }
}
