package dev.touchstone.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Connects the organisation's systems, as its integration administrator does: by configuration alone. */
final class Integrations {

    private static final Map<String, Object> SIGNATURE = Map.of(
            "kind",
            "hmac",
            "algorithm",
            "HmacSHA256",
            "header",
            "X-Signature-256",
            "prefix",
            "sha256=",
            "encoding",
            "hex",
            "signed",
            "{body}");

    /** What the work tool sends, and what it means. */
    private static final String WORK = """
            {"evidence": {
              "person": {"email": assignee.email},
              "kind": "work-event",
              "action": event,
              "activity": {"id": item.url, "type": item.type, "name": item.title},
              "occurredAt": at,
              "tags": item.labels
            }}""";

    /** What the recognition platform sends, and what it means. */
    private static final String RECOGNITION = """
            {"evidence": {
              "person": {"email": data.receiver},
              "kind": "work-event",
              "action": "recognised",
              "activity": {"id": "urn:recognition:" & id, "type": "recognition", "name": data.message},
              "occurredAt": time,
              "tags": data.values
            }}""";

    /** What the HRIS says of people who come or change. */
    private static final String PEOPLE = """
            {"person": {
              "employeeNumber": employee.number,
              "login": employee.login,
              "displayName": employee.name,
              "email": employee.email,
              "jobTitle": employee.title,
              "unit": {"unitId": employee.unit.id, "name": employee.unit.name},
              "manager": {"login": employee.manager}
            }}""";

    private final Http http;
    private final String url;
    private final String admin;

    Integrations(Http http, Addresses addresses, String admin) {
        this.http = http;
        this.url = addresses.intake() + "/intake/v1/connections";
        this.admin = admin;
    }

    Connection lms() {
        return open(Map.of("name", "Learning platform", "source", "lms", "channel", "xapi"));
    }

    Connection hrisLoad() {
        return open(Map.of("name", "HRIS, initial load", "source", "hris", "channel", "people"));
    }

    Connection hrisChanges() {
        return open(webhook("HRIS, changes", "hris", PEOPLE));
    }

    Connection workTool() {
        return open(webhook("Work tool", "work-tool", WORK));
    }

    Connection recognition() {
        return open(Map.of(
                "name", "Recognition platform", "source", "other", "channel", "cloudevents", "template", RECOGNITION));
    }

    private static Map<String, Object> webhook(String name, String source, String template) {
        Map<String, Object> connection = new LinkedHashMap<>();
        connection.put("name", name);
        connection.put("source", source);
        connection.put("channel", "webhook");
        connection.put("verifier", SIGNATURE);
        connection.put("dedupe", Map.of("header", "X-Delivery"));
        connection.put("template", template);
        return connection;
    }

    private Connection open(Map<String, Object> settings) {
        return Connection.of(http.post(url, admin, settings).expect(201).body());
    }
}
