package dev.touchstone.issuance.adapter.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.HashData;
import dev.touchstone.issuance.proof.Multibase;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.SecuredDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole published files, canonical documents included, where they lie beside the repository. */
class SharedVectorsTest {

    private static final Path VECTORS = Path.of(System.getProperty("touchstone.shared", "absent"), "data", "vectors");
    private static final String W3C = "w3c-eddsa/eddsa-rdfc-2022/";

    private final TitaniumCanonicalizer canonicalizer = Suites.canonicalizerWithExamples();

    @BeforeEach
    void present() {
        assumeTrue(Files.exists(VECTORS));
    }

    @Test
    void writesTheCanonicalDocumentAndProofOfOpenBadges() throws IOException {
        // Given
        Map<String, Object> signed = json("open-badges/signed.json");

        // When
        Canonical canonical = canonical(signed);

        // Then
        assertThat(canonical.document).isEqualTo(text("open-badges/document-canon.txt"));
        assertThat(canonical.proof).isEqualTo(text("open-badges/proof-canon.txt"));
    }

    @Test
    void writesTheCanonicalDocumentAndProofOfTheW3c() throws IOException {
        // Given
        Map<String, Object> signed = json(W3C + "signedDataInt.json");

        // When
        Canonical canonical = canonical(signed);

        // Then
        assertThat(canonical.document).isEqualTo(text(W3C + "canonDocDataInt.txt"));
        assertThat(canonical.proof).isEqualTo(text(W3C + "proofCanonDataInt.txt"));
    }

    @Test
    void signsTheW3cDigests() throws IOException {
        // Given
        HashData hashes = new HashData(
                HexFormat.of().parseHex(text(W3C + "proofHashDataInt.txt").strip()),
                HexFormat.of().parseHex(text(W3C + "docHashDataInt.txt").strip()));
        byte[] secret = Multibase.decode((String) json("w3c-eddsa/keyPair.json").get("privateKeyMultibase"));

        // When
        byte[] signature =
                new BouncyCastleEd25519().sign(java.util.Arrays.copyOfRange(secret, 2, 34), hashes.combined());

        // Then
        assertThat(HexFormat.of().formatHex(hashes.combined()))
                .isEqualTo(text(W3C + "combinedHashDataInt.txt").strip());
        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo(text(W3C + "sigHexDataInt.txt").strip());
        assertThat(Multibase.base58(signature))
                .isEqualTo(text(W3C + "sigBTC58DataInt.txt").strip());
    }

    /** Its own vocabulary is not carried here, so its document is taken in the published canonical form. */
    @Test
    void verifiesTheEmploymentExampleFromItsCanonicalForm() throws IOException {
        // Given
        Map<String, Object> signed = json(W3C + "employ/signedDataInt.json");
        Map<String, Object> proof = new SecuredDocument(signed).proofs().get(0);
        Map<String, Object> options = new LinkedHashMap<>(proof);
        options.remove("proofValue");
        options.put("@context", List.of("https://www.w3.org/ns/credentials/v2"));
        String key = ((String) proof.get("verificationMethod")).split("#")[1];

        // When
        String canonicalProof = canonicalizer.canonicalize(options, CanonicalizationLimits.OWN);
        HashData hashes = new HashData(sha256(canonicalProof), sha256(text(W3C + "employ/canonDocDataInt.txt")));
        boolean verified = new BouncyCastleEd25519()
                .verify(Multikey.parse(key).orElseThrow(), hashes.combined(), Multibase.decode((String)
                        proof.get("proofValue")));

        // Then
        assertThat(canonicalProof).isEqualTo(text(W3C + "employ/proofCanonDataInt.txt"));
        assertThat(verified).isTrue();
    }

    private Canonical canonical(Map<String, Object> signed) {
        SecuredDocument secured = new SecuredDocument(signed);
        Map<String, Object> options = new LinkedHashMap<>(secured.proofs().get(0));
        options.remove("proofValue");
        options.put("@context", signed.get("@context"));
        return new Canonical(
                canonicalizer.canonicalize(secured.unsecured(), CanonicalizationLimits.OWN),
                canonicalizer.canonicalize(options, CanonicalizationLimits.OWN));
    }

    private record Canonical(String document, String proof) {}

    private static byte[] sha256(String text) {
        return HexFormat.of().parseHex(PinnedContexts.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String file) throws IOException {
        return Files.readString(VECTORS.resolve(file));
    }

    private static Map<String, Object> json(String file) throws IOException {
        return new ObjectMapper()
                .readValue(VECTORS.resolve(file).toFile(), new TypeReference<Map<String, Object>>() {});
    }
}
