package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.VerificationMethodId;
import java.util.Optional;

/**
 * Whose key a proof was made with.
 *
 * @param issuer whether it is a key of the issuer named
 * @param key whether the issuer really has it
 * @param material the key itself, where its name spells it out
 */
record KeyFinding(CheckResult issuer, CheckResult key, Optional<Multikey> material) {

    static KeyFinding of(String issuerId, Optional<String> method, Knowledge knowledge) {
        Optional<VerificationMethodId> id = method.flatMap(VerificationMethodId::parse);
        if (id.isEmpty()) {
            return new KeyFinding(
                    CheckResult.fail(Check.ISSUER, "the proof does not say whose key it was made with"),
                    CheckResult.fail(Check.KEY, "the proof's verification method is no address of a key"),
                    Optional.empty());
        }
        String controller = id.get().controller();
        Optional<Multikey> material = id.get().key();
        if (!controller.equals(issuerId)) {
            return new KeyFinding(
                    CheckResult.fail(
                            Check.ISSUER, "the issuer is " + issuerId + ", but the proof is by a key of " + controller),
                    CheckResult.fail(Check.KEY, "the key is not the issuer's"),
                    material);
        }
        CheckResult issuer = CheckResult.pass(Check.ISSUER, "the proof is by a key of the issuer " + issuerId);
        return new KeyFinding(issuer, judge(Did.parse(controller), material, knowledge), material);
    }

    private static CheckResult judge(Did controller, Optional<Multikey> material, Knowledge knowledge) {
        if (controller instanceof Did.Key key) {
            return material.filter(key.key()::equals).isPresent()
                    ? CheckResult.pass(Check.KEY, "the issuer's identifier is the key itself")
                    : CheckResult.fail(Check.KEY, "the proof names another key than the issuer's identifier is");
        }
        if (knowledge.issuerKeys().isPresent()) {
            return material.filter(knowledge.issuerKeys().get()::contains).isPresent()
                    ? CheckResult.pass(Check.KEY, "the issuer's document lists the key")
                    : CheckResult.fail(Check.KEY, "the issuer's document does not list the key");
        }
        return CheckResult.unknown(
                Check.KEY,
                controller instanceof Did.Web
                        ? "whether the issuer has this key is not known: did:web documents of others are not resolved"
                                + " in this release"
                        : "whether the issuer has this key is not known: issuers of this kind are not resolved in this"
                                + " release");
    }
}
