package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.local.demo.Http;
import dev.touchstone.local.part.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The four packaged services on a real stack, through everything that happens to such systems. After each: nothing lost,
 * exactly one credential per decision, the profile equal to a recount from the credentials.
 */
class SystemIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> STREAMS = List.of(
            "touchstone.people",
            "touchstone.achievements",
            "touchstone.evidence",
            "touchstone.assessments",
            "touchstone.credentials");
    private static final List<String> GROUPS =
            List.of("evidence-intake", "assessment", "credential-issuance", "skills-profile");

    @TempDir
    static Path directory;

    private static RunningSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.start(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void turnsEvidenceIntoACredentialThatVerifiesUntilItIsRevoked() {
        // Given
        Workload workload = Workload.prepare(system, 1);
        Http http = new Http();
        workload.send(0, 1);
        new Outcome(system, workload).assertComplete();
        JsonNode issued = credentialOf(workload);
        String id = issued.path("credentialId").asText();
        JsonNode credential =
                http.get(issued.path("url").asText(), null).expect(200).body();
        assertThat(verdict(credential)).isEqualTo("valid");

        // When
        http.post(
                        system.addresses().issuance() + "/credentials/v1/credentials/" + id + "/revoke",
                        workload.as("issuer-admin"),
                        Map.of("reasonCode", "issued-in-error"))
                .expect(200);

        // Then
        assertThat(verdict(credential)).isEqualTo("invalid");
        String passport = system.addresses().profile() + "/profile/v1/people/"
                + issued.path("personId").asText();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(http.get(passport, workload.as("issuer-admin"))
                                .expect(200)
                                .body()
                                .at("/credentials/0/state")
                                .asText())
                        .isEqualTo("revoked"));
    }

    @Test
    void carriesTheSendersTraceThroughEveryService() {
        // Given
        Workload workload = Workload.prepare(system, 1);
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        // When
        workload.sendTraced(0, "00-" + trace + "-00f067aa0ba902b7-01");

        // Then
        new Outcome(system, workload).assertComplete();
        for (String stream : List.of("touchstone.evidence", "touchstone.assessments", "touchstone.credentials")) {
            var records = new Topic(system.bootstrapServers(), stream)
                    .records().stream()
                            .filter(record -> (Workload.TENANT + ":" + workload.personId(0)).equals(record.key()))
                            .toList();
            assertThat(records)
                    .as(stream)
                    .isNotEmpty()
                    .allSatisfy(record ->
                            assertThat(Topic.header(record, "traceparent")).startsWith("00-" + trace + "-"));
        }
    }

    @Test
    void takesEveryEventTwice() {
        // Given
        Workload workload = Workload.prepare(system, 40);
        workload.send(0, 40);
        Outcome outcome = new Outcome(system, workload);
        outcome.assertComplete();

        // When
        int repeated = STREAMS.stream()
                .mapToInt(stream -> new Topic(system.bootstrapServers(), stream).deliverAllAgain())
                .sum();

        // Then
        assertThat(repeated).isGreaterThan(160);
        new Consumers(system.bootstrapServers()).awaitDrained(GROUPS);
        outcome.assertExact();
    }

    @Test
    void waitsForWhatComesInTheWrongOrder() throws Exception {
        // Given
        system.stop(Service.CREDENTIAL_ISSUANCE);
        system.stop(Service.SKILLS_PROFILE);
        Workload workload = Workload.prepare(system, 20);
        workload.send(0, 20);
        Outcome outcome = new Outcome(system, workload);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcome.decisions()).hasSize(20));
        Consumers consumers = new Consumers(system.bootstrapServers());

        // When
        system.restart(Service.CREDENTIAL_ISSUANCE, without("people-in", "achievements-in"));
        consumers.awaitDrained("credential-issuance", "touchstone.assessments");
        assertThat(outcome.pending()).isEqualTo(20);
        system.stop(Service.CREDENTIAL_ISSUANCE);
        system.restart(Service.CREDENTIAL_ISSUANCE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcome.issued()).hasSize(20));
        system.restart(Service.SKILLS_PROFILE, without("people-in"));
        consumers.awaitDrained("skills-profile", "touchstone.credentials");
        JsonNode ofNobodyKnown = outcome.passport(0);
        assertThat(ofNobodyKnown.path("credentials")).hasSize(1);
        assertThat(ofNobodyKnown.at("/person/displayName").isMissingNode()).isTrue();
        system.stop(Service.SKILLS_PROFILE);
        system.restart(Service.SKILLS_PROFILE);

        // Then
        outcome.assertComplete();
        assertThat(outcome.pending()).isZero();
        assertThat(outcome.passport(0).at("/person/displayName").asText()).startsWith("Person 0 of");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void survivesTheDeathOfAService(Service service) throws Exception {
        // Given
        Workload workload = Workload.prepare(system, 500);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> workload.send(0, 500));
        await().atMost(PATIENCE).until(() -> workload.accepted() >= 150);

        // When
        system.kill(service);
        system.restart(service);

        // Then
        sending.join();
        new Outcome(system, workload).assertComplete();
    }

    @Test
    void acceptsEvidenceWhileTheBrokerIsAway() {
        // Given
        Workload workload = Workload.prepare(system, 90);
        workload.send(0, 30);

        // When
        system.stopBroker();
        workload.send(30, 60);
        system.startBroker();
        workload.send(60, 90);

        // Then
        new Outcome(system, workload).assertComplete();
    }

    /** No environment variable can name a channel with a hyphen, so the JVM is told. */
    private static Map<String, String> without(String... channels) {
        return Map.of(
                "JDK_JAVA_OPTIONS",
                Arrays.stream(channels)
                        .map(channel -> "-Dmp.messaging.incoming." + channel + ".enabled=false")
                        .collect(Collectors.joining(" ")));
    }

    private static JsonNode credentialOf(Workload workload) {
        JsonNode newest = new Http()
                .get(system.addresses().issuance() + "/credentials/v1/credentials?limit=1", workload.as("issuer-admin"))
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(newest.path("achievementId").asText()).isEqualTo(workload.achievementId());
        return newest;
    }

    private static String verdict(JsonNode credential) {
        return new Http()
                .post(system.addresses().issuance() + "/credentials/verify", null, credential)
                .expect(200)
                .body()
                .path("verdict")
                .asText();
    }
}
