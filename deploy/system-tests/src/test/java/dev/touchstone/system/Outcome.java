package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.local.demo.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
                .untilAsserted(() -> assertThat(holders()).hasSize(workload.size()));
        assertExact();
    }

    /** The same without waiting. */
    void assertExact() {
        List<JsonNode> decisions = of(data("touchstone.assessments", "dev.touchstone.assessment.passed.v1"));
        List<JsonNode> issued = of(data("touchstone.credentials", "dev.touchstone.credential.issued.v1"));
        assertThat(texts(decisions, "decisionId")).hasSize(workload.size());
        assertThat(texts(decisions, "personId")).hasSize(workload.size());
        assertThat(texts(issued, "decisionId")).isEqualTo(texts(decisions, "decisionId"));
        assertThat(texts(issued, "credentialId")).hasSize(workload.size());
        assertThat(credentials()).isEqualTo(texts(issued, "credentialId"));
        assertThat(holders()).isEqualTo(texts(issued, "credentialId"));
    }

    /** Decisions that passed, on the topic. */
    int decided() {
        return texts(of(data("touchstone.assessments", "dev.touchstone.assessment.passed.v1")), "decisionId")
                .size();
    }

    /** Awards that wait for an achievement or a person. */
    int pending() {
        return pages(system.addresses().issuance() + "/credentials/v1/pending?limit=200").stream()
                .filter(award -> award.path("achievementId").asText().equals(workload.achievementId()))
                .toList()
                .size();
    }

    /** Credentials by which people hold the workload's skill, as skills-profile tells. */
    private Set<String> holders() {
        String skill = URLEncoder.encode(workload.skillId(), StandardCharsets.UTF_8);
        List<String> credentials = new ArrayList<>();
        for (JsonNode holder : pages(system.addresses().profile() + "/profile/v1/holders?limit=200&skillId=" + skill)) {
            holder.at("/holding/credentialIds").forEach(id -> credentials.add(id.asText()));
        }
        assertThat(credentials).doesNotHaveDuplicates();
        return new TreeSet<>(credentials);
    }

    /** Credentials of the workload's achievement, as credential-issuance tells. */
    private Set<String> credentials() {
        List<String> credentials =
                pages(system.addresses().issuance() + "/credentials/v1/credentials?limit=200").stream()
                        .filter(credential ->
                                credential.path("achievementId").asText().equals(workload.achievementId()))
                        .map(credential -> credential.path("credentialId").asText())
                        .toList();
        assertThat(credentials).doesNotHaveDuplicates();
        return new TreeSet<>(credentials);
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

    private List<JsonNode> data(String topic, String type) {
        return new Topic(system.bootstrapServers(), topic).data(type);
    }

    private List<JsonNode> of(List<JsonNode> data) {
        return data.stream()
                .filter(one -> one.path("achievementId").asText().equals(workload.achievementId()))
                .toList();
    }

    private static Set<String> texts(List<JsonNode> data, String field) {
        return data.stream().map(one -> one.path(field).asText()).collect(Collectors.toCollection(TreeSet::new));
    }
}
