package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.touchstone.local.demo.Addresses;
import dev.touchstone.local.demo.Http;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People and an achievement of their own, and one completed course for each of them: what comes in is easy to count, and
 * what has to come out is one credential a person.
 */
final class Workload {

    static final String TENANT = "northwind";
    private static final String VERSION = "X-Experience-API-Version";
    private static final Duration SENDERS_PATIENCE = Duration.ofMinutes(2);
    private static final Duration SENDERS_PAUSE = Duration.ofMillis(200);

    private final RunningSystem system;
    private final Http http = new Http();
    private final String name = "w" + UUID.randomUUID().toString().substring(0, 8);
    private final int size;
    private final String lms;
    private final List<String> personIds = new ArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

    private Workload(RunningSystem system, int size) {
        this.system = system;
        this.size = size;
        this.lms = connect();
    }

    /** Publishes the achievement, loads the people, connects a learning platform. */
    static Workload prepare(RunningSystem system, int people) {
        Workload workload = new Workload(system, people);
        workload.publish();
        workload.load();
        return workload;
    }

    String achievementId() {
        return name;
    }

    String skillId() {
        return TENANT + ":" + name;
    }

    int size() {
        return size;
    }

    /** By what the services know the person. */
    String personId(int person) {
        return personIds.get(person);
    }

    /** How many pieces of evidence were accepted so far. */
    int accepted() {
        return accepted.get();
    }

    /** Sends one piece for each of these people, and as senders do, again until it is accepted. */
    void send(int from, int to) {
        for (int person = from; person < to; person++) {
            Map<String, Object> statement = statement(person);
            await("evidence of person " + person + " is accepted")
                    .atMost(SENDERS_PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(SENDERS_PAUSE)
                    .until(() -> deliver(statement, Map.of(VERSION, "1.0.3")));
            accepted.incrementAndGet();
        }
    }

    /** Sends a person's piece as part of a trace of the sender's. */
    void sendTraced(int person, String traceparent) {
        assertThat(deliver(statement(person), Map.of(VERSION, "1.0.3", "traceparent", traceparent)))
                .isTrue();
        accepted.incrementAndGet();
    }

    /** An authorization of somebody with these roles. */
    String as(String... roles) {
        return "Bearer " + system.token(TENANT, "system.test", Set.of(roles));
    }

    private boolean deliver(Map<String, Object> statement, Map<String, String> headers) {
        try {
            int status = http.post(addresses().intake() + "/xapi/statements", lms, statement, headers)
                    .status();
            if (status >= 400 && status < 500) {
                throw new AssertionError("evidence was refused with " + status);
            }
            return status == 200;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    private Map<String, Object> statement(int person) {
        return Map.of(
                "id",
                        UUID.nameUUIDFromBytes((name + person).getBytes(StandardCharsets.UTF_8))
                                .toString(),
                "actor", Map.of("mbox", "mailto:" + login(person) + "@northwind.example"),
                "verb", Map.of("id", "http://adlnet.gov/expapi/verbs/completed"),
                "object", Map.of("id", course()),
                "timestamp", Instant.now().toString());
    }

    private void publish() {
        Map<String, Object> course = Map.of(
                "op",
                "evidence",
                "leafId",
                "course",
                "kinds",
                List.of("course-completion"),
                "activityIds",
                List.of(course()),
                "minTrust",
                "verified",
                "n",
                1);
        http.post(
                        addresses().assessment() + "/assessment/v1/achievements",
                        as("issuer-admin"),
                        Map.ofEntries(
                                Map.entry("achievementId", name),
                                Map.entry("name", "Achievement " + name),
                                Map.entry("description", "Completed the course " + name),
                                Map.entry("achievementType", "MicroCredential"),
                                Map.entry("criteriaNarrative", "Complete the course."),
                                Map.entry("criteria", course),
                                Map.entry(
                                        "skills",
                                        List.of(Map.of("skillId", skillId(), "name", "Skill " + name, "ordinal", 1))),
                                Map.entry("stakes", "low"),
                                Map.entry("autoAward", true),
                                Map.entry("inLanguage", "en"),
                                Map.entry("assessmentType", "Course"),
                                Map.entry("participationForm", "online"),
                                Map.entry("qualityAssurance", "The test looks at it.")))
                .expect(201);
    }

    private void load() {
        List<Map<String, Object>> people = new ArrayList<>();
        for (int person = 0; person < size; person++) {
            people.add(Map.of(
                    "login", login(person),
                    "email", login(person) + "@northwind.example",
                    "displayName", "Person " + person + " of " + name));
            if (people.size() == 100 || person == size - 1) {
                http.post(addresses().intake() + "/intake/v1/people", as("integration-admin"), Map.of("people", people))
                        .expect(200)
                        .body()
                        .path("results")
                        .forEach(result -> personIds.add(result.path("personId").asText()));
                people.clear();
            }
        }
    }

    private String connect() {
        var opened = http.post(
                        addresses().intake() + "/intake/v1/connections",
                        as("integration-admin"),
                        Map.of("name", "LMS " + name, "source", "lms", "channel", "xapi"))
                .expect(201)
                .body();
        String pair = opened.path("key").asText() + ":" + opened.path("secret").asText();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String login(int person) {
        return name + "." + person;
    }

    private String course() {
        return "https://lms.northwind.example/course/" + name;
    }

    private Addresses addresses() {
        return system.addresses();
    }
}
