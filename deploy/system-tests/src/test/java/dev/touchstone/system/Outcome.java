package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.local.demo.Http;
import dev.touchstone.local.part.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of a workload, seen on the topics and through the public interfaces. */
final class Outcome {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningSystem system;
    private final Workload workload;
    private final Http http = new Http();

    Outcome(RunningSystem system, Workload workload) {
        this.system = system;
        this.workload = workload;
    }

    /** Nothing lost, exactly one credential per decision, the profile equal to a recount from the credentials. */
    void assertComplete() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(holdings()).hasSize(workload.size()));
        assertExact();
    }

    /** The same without waiting. */
    void assertExact() {
        List<JsonNode> decisions = decisions();
        List<JsonNode> issued = issued();
        assertThat(texts(decisions, "personId")).hasSize(workload.size()).doesNotHaveDuplicates();
        assertThat(texts(issued, "decisionId"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(texts(decisions, "decisionId"));
        assertThat(credentials()).containsExactlyInAnyOrderElementsOf(texts(issued, "credentialId"));
        assertThat(holdings()).containsExactlyInAnyOrderElementsOf(recount(issued));
        for (Service service : Service.values()) {
            String deadLetters = "touchstone." + service.label() + ".dlq";
            assertThat(new Topic(system.bootstrapServers(), deadLetters).values())
                    .as(deadLetters)
                    .isEmpty();
        }
    }

    /** Awards that were decided, as the topic tells. */
    List<JsonNode> decisions() {
        return of("touchstone.assessments", "dev.touchstone.assessment.passed.v1");
    }

    /** Credentials that were issued, as the topic tells. */
    List<JsonNode> issued() {
        return of("touchstone.credentials", "dev.touchstone.credential.issued.v1");
    }

    /** Awards that wait for an achievement or a person. */
    int pending() {
        return pages(system.addresses().issuance() + "/credentials/v1/pending?limit=200").stream()
                .filter(this::isOurs)
                .toList()
                .size();
    }

    /** Who holds the workload's skill, at which level, by which credential, as skills-profile tells. */
    List<String> holdings() {
        List<String> holdings = new ArrayList<>();
        for (JsonNode holder : holders()) {
            JsonNode holding = holder.path("holding");
            holding.path("credentialIds")
                    .forEach(credential -> holdings.add(holding(
                            holder.at("/person/personId").asText(),
                            holding.at("/level/ordinal").asInt(),
                            credential.asText())));
        }
        return holdings;
    }

    /** What skills-profile shows of one person. */
    JsonNode passport(int person) {
        return http.get(
                        system.addresses().profile() + "/profile/v1/people/" + workload.personId(person),
                        workload.as("issuer-admin"))
                .expect(200)
                .body();
    }

    private List<JsonNode> holders() {
        String skill = URLEncoder.encode(workload.skillId(), StandardCharsets.UTF_8);
        return pages(system.addresses().profile() + "/profile/v1/holders?limit=200&skillId=" + skill);
    }

    /** The same, counted from the credentials. */
    private static List<String> recount(List<JsonNode> issued) {
        List<String> holdings = new ArrayList<>();
        for (JsonNode credential : issued) {
            credential
                    .path("skills")
                    .forEach(skill -> holdings.add(holding(
                            credential.path("personId").asText(),
                            skill.path("ordinal").asInt(),
                            credential.path("credentialId").asText())));
        }
        return holdings;
    }

    private static String holding(String person, int ordinal, String credential) {
        return person + " at level " + ordinal + " by " + credential;
    }

    /** Credentials of the workload's achievement, as credential-issuance tells. */
    private List<String> credentials() {
        return pages(system.addresses().issuance() + "/credentials/v1/credentials?limit=200").stream()
                .filter(this::isOurs)
                .map(credential -> credential.path("credentialId").asText())
                .toList();
    }

    private List<JsonNode> pages(String url) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = http.get(url + (cursor.isEmpty() ? "" : "&cursor=" + cursor), workload.as("issuer-admin"))
                    .expect(200)
                    .body();
            page.path("items").forEach(items::add);
            cursor = page.path("next").asText(null);
        }
        return items;
    }

    private List<JsonNode> of(String topic, String type) {
        return new Topic(system.bootstrapServers(), topic)
                .data(type).stream().filter(this::isOurs).toList();
    }

    private boolean isOurs(JsonNode one) {
        return one.path("achievementId").asText().equals(workload.achievementId());
    }

    private static List<String> texts(List<JsonNode> data, String field) {
        return data.stream().map(one -> one.path(field).asText()).toList();
    }
}
