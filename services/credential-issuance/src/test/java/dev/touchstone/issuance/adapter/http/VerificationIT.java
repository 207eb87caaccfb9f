package dev.touchstone.issuance.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.ProofOptions;
import dev.touchstone.issuance.proof.VerificationMethodId;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IssuanceIT
class VerificationIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Organisation organisation = Organisation.fresh();

    @Test
    void noticesATamperedBadge() throws IOException {
        // Given
        ObjectNode badge = issue();
        badge.withObject("/credentialSubject/achievement").put("name", "Chief incident leadership");

        // When
        var report = Api.verify(badge.toString());

        // Then
        report.statusCode(200)
                .body("verdict", equalTo("invalid"))
                .body("checks.find { it.check == 'proof' }.outcome", equalTo("fail"))
                .body("checks.find { it.check == 'key' }.outcome", equalTo("pass"));
    }

    @Test
    void noticesABadgeMovedToAnotherIssuer() throws IOException {
        // Given
        String other = "did:web:localhost%3A8083:" + Organisation.fresh().tenant();
        ObjectNode badge = issue();
        badge.withObject("/issuer").put("id", other);
        ObjectNode proof = (ObjectNode) badge.at("/proof/0");
        proof.put(
                "verificationMethod",
                other + "#" + proof.get("verificationMethod").asText().split("#")[1]);

        // When
        var report = Api.verify(badge.toString());

        // Then
        report.body("verdict", equalTo("invalid"))
                .body(
                        "checks.find { it.check == 'key' }.reason",
                        equalTo("the issuer's document does not list the key"));
    }

    @Test
    void refusesAPoisonGraphQuickly() throws IOException {
        // Given
        ObjectNode badge = issue();
        Api.verify(badge.toString()).body("verdict", equalTo("valid"));
        ObjectNode evidence = badge.withArray("/evidence").addObject();
        evidence.putArray("type").add("Evidence").add("VerifiableCredential");
        evidence.set("credentialSubject", clique(9));
        long start = System.nanoTime();

        // When
        var report = Api.verify(badge.toString());

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        report.statusCode(200)
                .body("verdict", equalTo("unknown"))
                .body("checks.find { it.check == 'contexts' }.reason", containsString("linked too densely"));
    }

    @Test
    void verifiesTheCredentialsOfOthersOffline() throws IOException {
        // Given
        byte[] seed = new BouncyCastleEd25519().newSeed();
        Multikey key = new BouncyCastleEd25519().publicKey(seed);
        Did issuer = new Did.Key(key);
        Map<String, Object> foreign = Suites.standard()
                .prove(
                        Map.of(
                                "@context",
                                List.of("https://www.w3.org/ns/credentials/v2"),
                                "type",
                                List.of("VerifiableCredential"),
                                "issuer",
                                issuer.text(),
                                "credentialSubject",
                                Map.of("id", "did:example:somebody")),
                        new ProofOptions(Instant.now(), VerificationMethodId.of(issuer, key)),
                        seed);

        // When
        var report = Api.verify(JSON.writeValueAsString(foreign));

        // Then
        report.body("verdict", equalTo("valid"));
    }

    @Test
    void reportsOnWhatIsNoCredentialAtAll() {
        // When / Then
        Api.verify("certainly not JSON")
                .statusCode(200)
                .body("verdict", equalTo("invalid"))
                .body("checks[0].outcome", equalTo("fail"))
                .body("checks[1].outcome", equalTo("unknown"));
        Api.verify("{}")
                .statusCode(200)
                .body("verdict", equalTo("invalid"))
                .body("checks.find { it.check == 'proof' }.reason", equalTo("the document carries no proof"));
        Api.verify("").statusCode(200).body("verdict", equalTo("invalid"));
    }

    @Test
    void refusesWhatIsTooLargeOrOfAnotherKind() {
        // When / Then
        Api.verify("{\"a\": \"" + "x".repeat(600_000) + "\"}").statusCode(413).contentType("application/problem+json");
        given().contentType("image/png")
                .body(new byte[] {1, 2, 3})
                .post("/credentials/verify")
                .then()
                .statusCode(415);
    }

    private ObjectNode issue() throws IOException {
        String id =
                organisation.issue(UUID.randomUUID()).data().get("credentialId").asText();
        return (ObjectNode) JSON.readTree(Api.credential(id));
    }

    private static ArrayNode clique(int size) {
        ArrayNode nodes = JSON.createArrayNode();
        for (int i = 0; i < size; i++) {
            ArrayNode others = nodes.addObject()
                    .put("id", "_:b" + i)
                    .put("type", "VerifiableCredential")
                    .putArray("credentialSubject");
            for (int j = 0; j < size; j++) {
                if (j != i) {
                    others.add("_:b" + j);
                }
            }
        }
        return nodes;
    }
}
