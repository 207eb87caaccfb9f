package dev.touchstone.issuance.adapter.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.issuance.proof.CanonicalizationFailed;
import dev.touchstone.issuance.proof.CanonicalizationFailed.Reason;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeModeTest {

    private static final String V2 = "https://www.w3.org/ns/credentials/v2";

    private final TitaniumCanonicalizer canonicalizer = Suites.canonicalizer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "surprise": 1                                       | UNSIGNED_CONTENT
            "credentialSubject": {"surprise": "yes"}            | UNSIGNED_CONTENT
            "type": ["VerifiableCredential", "MadeUp"]          | UNSIGNED_CONTENT
            "id": "relative/path"                               | UNSIGNED_CONTENT
            "issuer": "Acme"                                    | UNSIGNED_CONTENT
            "issuer": {"id": "not an address"}                  | UNSIGNED_CONTENT
            "name": {"@value": "x", "@language": "no tag!"}     | UNSIGNED_CONTENT
            "name": {"@value": "x", "@direction": "rtl"}        | UNSIGNED_CONTENT
            "@included": [{"id": "urn:x:y"}]                    | UNSIGNED_CONTENT
            "@nonsense": 1                                      | UNSIGNED_CONTENT
            "https://www.w3.org/ns/credentials/issuer-dependent#x": 1 | UNSIGNED_CONTENT
            "type": "https://www.w3.org/ns/credentials/issuer-dependent#X" | UNSIGNED_CONTENT
            "@context": "https://example.org/unknown"           | UNKNOWN_CONTEXT
            "@context": ["https://www.w3.org/ns/credentials/v2", {"a": "urn:a:b"}] | UNKNOWN_CONTEXT
            "evidence": {"@context": {"x": "urn:x:y"}, "x": "1"} | UNKNOWN_CONTEXT
            "id": 7                                             | INVALID
            """)
    void refusesWhatWouldNotBeSigned(String members, Reason reason) throws JsonProcessingException {
        // Given
        Map<String, Object> document = document(members);

        // When
        var refusal = assertThatThrownBy(() -> canonicalizer.canonicalize(document, CanonicalizationLimits.FOREIGN));

        // Then
        refusal.asInstanceOf(type(CanonicalizationFailed.class))
                .extracting(CanonicalizationFailed::reason)
                .isEqualTo(reason);
    }

    @Test
    void namesTheUndefinedMember() throws JsonProcessingException {
        // Given
        Map<String, Object> document = document("\"credentialSubject\": {\"favouriteColour\": \"blue\"}");

        // When
        var refusal = assertThatThrownBy(() -> canonicalizer.canonicalize(document, CanonicalizationLimits.FOREIGN));

        // Then
        refusal.hasMessage("the member \"favouriteColour\" is defined by no context and would not be signed");
    }

    @Test
    void givesUpOnDenselyLinkedBlankNodesWithinTheTimeAllowed() {
        // Given
        Map<String, Object> clique = clique(9);
        long start = System.nanoTime();

        // When
        var refusal = assertThatThrownBy(() -> canonicalizer.canonicalize(clique, CanonicalizationLimits.FOREIGN));

        // Then
        refusal.asInstanceOf(type(CanonicalizationFailed.class))
                .extracting(CanonicalizationFailed::reason)
                .isEqualTo(Reason.TOO_COMPLEX);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void countsBlankNodes() {
        // Given
        Map<String, Object> clique = clique(5);
        CanonicalizationLimits four = new CanonicalizationLimits(4, 1_000, Duration.ofSeconds(5));

        // When
        var refusal = assertThatThrownBy(() -> canonicalizer.canonicalize(clique, four));

        // Then
        refusal.hasMessageContaining("4 unnamed nodes");
    }

    /** The library's fraction format is shared between threads; the figures must not be. */
    @Test
    void writesFractionsCorrectlyFromManyThreads() throws Exception {
        // Given
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = java.util.Collections.synchronizedList(new ArrayList<>());

        // When
        for (int t = 0; t < 4; t++) {
            double credits = 1.5 + t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    String quads = canonicalizer.canonicalize(credits(credits), CanonicalizationLimits.OWN);
                    if (!quads.contains("\"" + credits + "E0\"")) {
                        wrong.add(quads);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        // Then
        assertThat(wrong).isEmpty();
    }

    private static Map<String, Object> credits(double credits) {
        return Map.of(
                "@context",
                List.of(V2, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
                "id",
                "urn:x:y",
                "type",
                List.of("VerifiableCredential"),
                "credentialSubject",
                Map.of("type", List.of("AchievementSubject"), "creditsEarned", credits));
    }

    /** Every node points at every other: the hardest shape there is for its size. */
    private static Map<String, Object> clique(int size) {
        List<Object> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Object> others = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                if (j != i) {
                    others.add(Map.of("@id", "_:b" + j));
                }
            }
            nodes.add(Map.of("@id", "_:b" + i, "urn:knows", others));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of(V2));
        document.put("id", "urn:x:y");
        document.put("urn:of", nodes);
        return document;
    }

    private static Map<String, Object> document(String members) throws JsonProcessingException {
        String text = "{\"@context\": [\"" + V2 + "\"], \"id\": \"urn:x:y\", \"type\": [\"VerifiableCredential\"], "
                + members + "}";
        return new ObjectMapper().readValue(text, new TypeReference<Map<String, Object>>() {});
    }
}
