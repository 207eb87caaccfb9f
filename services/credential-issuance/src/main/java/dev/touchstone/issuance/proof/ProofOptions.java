package dev.touchstone.issuance.proof;

import dev.touchstone.issuance.document.Members;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a proof says about itself before it has a value: when it was made and with which key. The purpose is always
 * {@code assertionMethod}.
 */
public record ProofOptions(Instant created, VerificationMethodId verificationMethod) {

    public ProofOptions {
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    public Map<String, Object> members() {
        return Members.object()
                .with("type", EddsaRdfc2022.PROOF_TYPE)
                .with("created", created.toString())
                .with("verificationMethod", verificationMethod.text())
                .with("cryptosuite", EddsaRdfc2022.CRYPTOSUITE)
                .with("proofPurpose", EddsaRdfc2022.PURPOSE)
                .build();
    }
}
