package dev.touchstone.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.issuance.adapter.json.JacksonText;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.badge.Fixtures;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.proof.Vector;
import dev.touchstone.issuance.status.Bitstring;
import dev.touchstone.issuance.status.StatusList;
import dev.touchstone.issuance.verification.Verifier.Document;
import dev.touchstone.issuance.verification.Verifier.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int INDEX = 94_567;

    private final Verifier verifier =
            new Verifier(new JacksonText(), Suites.standard(), CanonicalizationLimits.FOREIGN);
    private final Signer signer = new Signer();
    private final Did.Web issuer = Fixtures.ISSUER.did();
    private final StatusList list =
            new StatusList(Fixtures.ADDRESSES.statusList("northwind", 1), issuer, Signer.SIGNED, Bitstring.empty());
    private final Map<String, Object> badge = signer.sign(Fixtures.unsigned(Fixtures.rich()), issuer);

    @Test
    void findsOurOwnBadgeValid() {
        // When
        Report report = verify(badge, knowing(list));

        // Then
        assertThat(report.checks()).extracting(CheckResult::outcome).containsOnly(Outcome.PASS);
        assertThat(report.checks()).extracting(CheckResult::check).containsExactly(Check.values());
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.documentHash())
                .hasValueSatisfying(hash -> assertThat(hash).hasSize(64));
    }

    @Test
    void namesRevocation() {
        // When
        Report report = verify(badge, knowing(list.revoking(INDEX)));

        // Then
        assertThat(result(report, Check.STATUS)).isEqualTo(CheckResult.fail(Check.STATUS, "revoked by the issuer"));
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.PASS);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void leavesTheNeighboursOfARevokedBadgeAlone() {
        // When
        Report report = verify(badge, knowing(list.revoking(INDEX - 1).revoking(INDEX + 1)));

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void neverTrustsAnUnsignedForeignOrMissingStatusList() {
        // Given
        Map<String, Object> unsigned = list.unsigned();
        Map<String, Object> others = new Signer().sign(list.unsigned(), issuer);

        // When
        List<Report> reports = List.of(
                verify(badge, signer.knowing(Map.of(list.address().toString(), unsigned))),
                verify(badge, signer.knowing(Map.of(list.address().toString(), others))),
                verify(badge, signer.knowing(Map.of())));

        // Then
        assertThat(reports)
                .extracting(report -> result(report, Check.STATUS).outcome())
                .containsOnly(Outcome.UNKNOWN);
        assertThat(reports).extracting(Report::verdict).containsOnly(Verdict.UNKNOWN);
    }

    @Test
    void noticesAChangedWord() {
        // Given
        Map<String, Object> tampered = with(badge, "name", "Incident Lead (Master)");

        // When
        Report report = verify(tampered, knowing(list));

        // Then
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void noticesAnAddedMemberThatTheSignatureDoesNotCover() {
        // Given
        Map<String, Object> tampered = with(badge, "grade", "A");

        // When
        Report report = verify(tampered, knowing(list));

        // Then
        assertThat(result(report, Check.CONTEXTS).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result(report, Check.CONTEXTS).reason()).contains("\"grade\"");
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesAKeyThatTheIssuerDoesNotHave() {
        // Given
        Map<String, Object> forged = new Signer().sign(Fixtures.unsigned(Fixtures.rich()), issuer);

        // When
        Report report = verify(forged, knowing(list));

        // Then
        assertThat(result(report, Check.KEY).reason()).isEqualTo("the issuer's document does not list the key");
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesAKeyOfSomebodyElse() {
        // Given
        Map<String, Object> forged = signer.sign(Fixtures.unsigned(Fixtures.rich()), new Did.Key(signer.key()));

        // When
        Report report = verify(forged, knowing(list));

        // Then
        assertThat(result(report, Check.ISSUER).reason()).startsWith("the issuer is " + issuer.text());
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void verifiesForeignKeysOffline() {
        // Given
        Did.Key foreign = new Did.Key(signer.key());
        Map<String, Object> document = signer.sign(plainCredential(foreign.text()), foreign);

        // When
        Report report = verify(document, Knowledge.none());

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "did:web:other.example:org, did:web documents of others",
        "https://other.example/issuer, issuers of this kind"
    })
    void saysThatForeignIssuersAreNotResolved(String foreign, String words) {
        // Given
        Map<String, Object> document = signer.sign(plainCredential(foreign), new Did.Other(foreign));

        // When
        Report report = verify(document, Knowledge.none());

        // Then
        assertThat(result(report, Check.KEY).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result(report, Check.KEY).reason()).contains(words, "not resolved in this release");
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.PASS);
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T09:29:59Z, not valid before 2026-11-02T09:30:00Z",
        "2029-11-02T09:30:01Z, expired on 2029-11-02T09:30:00Z"
    })
    void keepsToTheDates(Instant now, String reason) {
        // When
        Report report = verifier.verify(new Document(badge), knowing(list), now);

        // Then
        assertThat(result(report, Check.DATES)).isEqualTo(CheckResult.fail(Check.DATES, reason));
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "cryptosuite, eddsa-jcs-2022, UNKNOWN",
        "type, Ed25519Signature2020, UNKNOWN",
        "proofPurpose, authentication, FAIL",
        "proofValue, z111, FAIL",
        "proofValue, not multibase, FAIL",
        "verificationMethod, nonsense, FAIL",
        "created, yesterday, FAIL",
        "expires, 2026-11-03T00:00:00Z, FAIL"
    })
    void readsEachMemberOfTheProof(String member, String value, Outcome expected) {
        // Given
        Map<String, Object> proof = with(Signer.proofOf(badge), member, value);

        // When
        Report report = verify(with(badge, "proof", List.of(proof)), knowing(list));

        // Then
        assertThat(List.of(
                        result(report, Check.KEY).outcome(),
                        result(report, Check.PROOF).outcome()))
                .contains(expected);
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void acceptsAReadableProofBesideOneItCannotRead() {
        // Given
        Map<String, Object> other = with(Signer.proofOf(badge), "cryptosuite", "ecdsa-sd-2023");

        // When
        Report report = verify(with(badge, "proof", List.of(other, Signer.proofOf(badge))), knowing(list));

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    /** Implementations differ on them (two blank nodes alike in different named graphs), so "changed" would be a guess. */
    @Test
    void doesNotCallADocumentChangedThatEmbedsEqualProofs() {
        // Given
        Map<String, Object> endorsement = signer.sign(plainCredential(issuer.text()), issuer);
        Map<String, Object> other = with(endorsement, "validFrom", "2026-01-01T00:00:00Z");
        Map<String, Object> document = with(badge, "endorsement", List.of(endorsement, other));

        // When
        Report report = verify(document, knowing(list));

        // Then
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void wantsAProof() {
        // When
        Report report = verify(Fixtures.unsigned(Fixtures.rich()), knowing(list));

        // Then
        assertThat(result(report, Check.PROOF).reason()).isEqualTo("the document carries no proof");
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesAPoisonGraphQuickly() {
        // Given
        Map<String, Object> poison = with(badge, "evidence", List.of(clique(9)));
        verify(badge, knowing(list));
        long start = System.nanoTime();

        // When
        Report report = verify(poison, knowing(list));

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(result(report, Check.CONTEXTS).reason()).contains("linked too densely");
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | not JSON",
                "[] | not a JSON object",
                "{\"a\":1,\"a\":2} | name given twice",
                "{} {} | something follows",
                "{\"a\":\"\\ud800\"} | unpaired surrogate",
                "'' | not a JSON object"
            })
    void reportsOnBytesThatAreNoDocument(String text, String words) {
        // When
        Verifier.Reading reading = verifier.read(text.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(reading).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(result(unreadable.report(), Check.PARSE).reason()).contains(words);
            assertThat(unreadable.report().verdict()).isEqualTo(Verdict.INVALID);
        });
    }

    @Test
    void readsNothingTooDeepTooLongOrTooWide() {
        // Given
        List<String> hostile = List.of(
                "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}",
                "{\"a\":[" + "1,".repeat(5_000) + "1]}",
                "{\"a\":\"" + "x".repeat(600_000) + "\"}");

        // When
        List<Verifier.Reading> readings = hostile.stream()
                .map(text -> verifier.read(text.getBytes(StandardCharsets.UTF_8)))
                .toList();

        // Then
        assertThat(readings).allMatch(Unreadable.class::isInstance);
    }

    /** Its issuer is an https address, which is not resolved here. */
    @Test
    void readsTheSignedExampleOfOpenBadges() throws IOException {
        // Given
        Vector example;
        try (InputStream in = getClass().getResourceAsStream("/vectors/eddsa-rdfc-2022.json")) {
            example = new ObjectMapper()
                    .readValue(in, new TypeReference<List<Vector>>() {})
                    .get(0);
        }

        // When
        Report report = verify(example.document(), Knowledge.none());

        // Then
        assertThat(report.checks())
                .filteredOn(result -> result.outcome() != Outcome.PASS)
                .extracting(CheckResult::check, CheckResult::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Check.KEY, Outcome.UNKNOWN));
        assertThat(report.documentHash()).hasValue(example.documentHash());
    }

    /** Its issuer is a did:web of example.com and its status list lies there, so neither can be known here. */
    @Test
    void readsTheCompleteExampleOfTheReference() throws IOException {
        Path example = Path.of(System.getProperty("touchstone.shared", "absent"), "examples", "open-badge-full.json");
        assumeTrue(Files.exists(example));
        // Given
        Verifier.Reading reading = verifier.read(Files.readAllBytes(example));

        // When
        Report report = verifier.verify((Document) reading, Knowledge.none(), NOW);

        // Then
        assertThat(report.checks())
                .filteredOn(result -> result.outcome() != Outcome.PASS)
                .extracting(CheckResult::check, CheckResult::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Check.KEY, Outcome.UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple(Check.STATUS, Outcome.UNKNOWN));
    }

    private Report verify(Map<String, Object> document, Knowledge knowledge) {
        return verifier.verify(new Document(document), knowledge, NOW);
    }

    private Knowledge knowing(StatusList statusList) {
        return signer.knowing(Map.of(statusList.address().toString(), signer.sign(statusList.unsigned(), issuer)));
    }

    private static CheckResult result(Report report, Check check) {
        return report.checks().get(check.ordinal());
    }

    private static Map<String, Object> with(Map<String, Object> document, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(document);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> plainCredential(String issuerId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of("https://www.w3.org/ns/credentials/v2"));
        document.put("type", List.of("VerifiableCredential"));
        document.put("issuer", issuerId);
        document.put("credentialSubject", Map.of("id", "did:example:subject"));
        return document;
    }

    private static Map<String, Object> clique(int size) {
        List<Object> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Object> others = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                if (j != i) {
                    others.add("_:b" + j);
                }
            }
            nodes.add(Map.of("id", "_:b" + i, "type", "VerifiableCredential", "credentialSubject", others));
        }
        return Map.of("type", List.of("Evidence", "VerifiableCredential"), "credentialSubject", nodes);
    }
}
