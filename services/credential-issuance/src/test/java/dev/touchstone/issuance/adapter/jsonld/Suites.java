package dev.touchstone.issuance.adapter.jsonld;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import jakarta.json.Json;

/** The real canonicaliser and signer for tests, once with the W3C's example vocabulary and once without. */
public final class Suites {

    private Suites() {}

    public static EddsaRdfc2022 standard() {
        return new EddsaRdfc2022(canonicalizer(), new BouncyCastleEd25519());
    }

    public static TitaniumCanonicalizer canonicalizer() {
        return new TitaniumCanonicalizer(PinnedContexts.load());
    }

    static TitaniumCanonicalizer canonicalizerWithExamples() {
        PinnedContexts contexts = PinnedContexts.load()
                .and(
                        "https://www.w3.org/ns/credentials/examples/v2",
                        Json.createObjectBuilder()
                                .add(
                                        "@context",
                                        Json.createObjectBuilder()
                                                .add("@vocab", "https://www.w3.org/ns/credentials/examples#"))
                                .build());
        return new TitaniumCanonicalizer(contexts);
    }

    static EddsaRdfc2022 withExamples() {
        return new EddsaRdfc2022(canonicalizerWithExamples(), new BouncyCastleEd25519());
    }
}
