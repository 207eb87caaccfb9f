package dev.touchstone.intake.support;

import static io.restassured.RestAssured.given;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Tokens;
import dev.touchstone.testkit.Topics;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** An organisation of its own for a test, so that no test sees what another left. */
public final class Organisation {

    public static final String PEOPLE = "touchstone.people";
    public static final String EVIDENCE = "touchstone.evidence";

    private final String tenant = "org-" + UUID.randomUUID().toString().substring(0, 18);

    public String tenant() {
        return tenant;
    }

    public RequestSpecification as(String login, String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(tenant, login, roles));
    }

    public RequestSpecification admin() {
        return as("ines", "integration-admin");
    }

    /** Single quotes stand for double ones. */
    public Response connect(String body) {
        return admin().contentType("application/json")
                .body(JsonText.bytes(body))
                .post("/intake/v1/connections");
    }

    public Response change(String... people) {
        String body = "{'people':[" + String.join(",", people) + "]}";
        return admin().contentType("application/json")
                .body(JsonText.bytes(body))
                .post("/intake/v1/people");
    }

    /** A person with this employee number and login; answers with their id. */
    public String hire(String number, String login) {
        return change("{'employeeNumber':'" + number + "','login':'" + login + "','displayName':'" + login
                        + "','email':'" + login + "@example.org'}")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].personId");
    }

    /** Waits for an event of this organisation, and holds it to its schema. */
    public Event await(String topic, Predicate<Event> wanted) {
        Event event = Topics.await(topic, found -> found.tenant().equals(tenant) && wanted.test(found));
        EventSchemas.assertValid(event.type(), event.data());
        return event;
    }

    /** Everything that this organisation's topic holds now. */
    public List<Event> all(String topic) {
        return Topics.all(topic).stream()
                .filter(found -> found.tenant().equals(tenant))
                .toList();
    }

    /** Everything on the topic once a marker that was sent behind it is there. */
    public List<Event> allUpTo(String topic, Predicate<Event> marker) {
        await(topic, marker);
        return all(topic);
    }
}
