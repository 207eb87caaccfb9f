package dev.touchstone.issuance.adapter.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import dev.touchstone.issuance.proof.HashData;
import dev.touchstone.issuance.proof.Multibase;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.SecuredDocument;
import dev.touchstone.issuance.proof.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published figures of W3C vc-di-eddsa and of Open Badges 3.0, to the byte. */
class VectorsTest {

    private final EddsaRdfc2022 suite = Suites.withExamples();

    static List<Vector> vectors() throws IOException {
        try (InputStream in = VectorsTest.class.getResourceAsStream("/vectors/eddsa-rdfc-2022.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<List<Vector>>() {});
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsLikeThePublisher(Vector vector) {
        // Given
        Map<String, Object> covered = covered(vector);

        // When
        HashData hashes = suite.hash(covered, vector.proofMembers(), CanonicalizationLimits.OWN);
        String proofValue = suite.sign(hashes, vector.seed());

        // Then
        assertThat(proofValue).isEqualTo(vector.proofMembers().get("proofValue"));
        if (vector.documentHash() != null) {
            assertThat(hashes.documentHex()).isEqualTo(vector.documentHash());
            assertThat(hashes.proofHex()).isEqualTo(vector.proofHash());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void verifiesThePublishersSignature(Vector vector) {
        // Given
        HashData hashes = suite.hash(covered(vector), vector.proofMembers(), CanonicalizationLimits.FOREIGN);
        byte[] signature = Multibase.decode((String) vector.proofMembers().get("proofValue"));

        // When
        boolean verified =
                suite.verify(hashes, Multikey.parse(vector.publicKey()).orElseThrow(), signature);

        // Then
        assertThat(verified).isTrue();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesTheSignatureOnceAWordChanged(Vector vector) {
        // Given
        Map<String, Object> changed = new LinkedHashMap<>(covered(vector));
        changed.put("name", changed.get("name") + " ");
        byte[] signature = Multibase.decode((String) vector.proofMembers().get("proofValue"));

        // When
        HashData hashes = suite.hash(changed, vector.proofMembers(), CanonicalizationLimits.FOREIGN);

        // Then
        assertThat(suite.verify(hashes, Multikey.parse(vector.publicKey()).orElseThrow(), signature))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void derivesThePublicKey(Vector vector) {
        // Given
        BouncyCastleEd25519 ed25519 = new BouncyCastleEd25519();

        // When
        Multikey key = ed25519.publicKey(vector.seed());

        // Then
        assertThat(key.text()).isEqualTo(vector.publicKey());
    }

    /** Its own vocabulary is not carried here, so its document is taken by the digest that is published with it. */
    @Test
    void verifiesTheEmploymentExampleOfTheW3cFromItsDigest() {
        // Given
        String key = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
        Map<String, Object> proof = Map.of(
                "type", "DataIntegrityProof",
                "cryptosuite", "eddsa-rdfc-2022",
                "created", "2023-02-24T23:36:38Z",
                "verificationMethod", "did:key:" + key + "#" + key,
                "proofPurpose", "assertionMethod");
        byte[] documentHash =
                HexFormat.of().parseHex("03f59e5b04ab575b1172cb684f22eede72f0e9033e0b5c67d0e2506768d6ce11");

        // When
        HashData hashes = suite.hash(
                documentHash, List.of("https://www.w3.org/ns/credentials/v2"), proof, CanonicalizationLimits.OWN);

        // Then
        assertThat(hashes.proofHex()).isEqualTo("bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0");
        assertThat(
                        suite.verify(
                                hashes,
                                Multikey.parse(key).orElseThrow(),
                                Multibase.decode(
                                        "zeuuS9pi2ZR8Q41bFFJKS9weSWkwa7pRcxHTHzxjDEHtVSZp3D9Rm3JdzT82EQpmXMb9wvfFJLuDPeSXZaRX1q1c")))
                .isTrue();
    }

    private static Map<String, Object> covered(Vector vector) {
        return new SecuredDocument(vector.document())
                .coveredBy(vector.proofMembers())
                .orElseThrow();
    }
}
