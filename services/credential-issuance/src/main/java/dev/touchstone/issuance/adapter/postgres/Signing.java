package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.credential.Intent;
import dev.touchstone.issuance.credential.Sealing;
import dev.touchstone.issuance.credential.UnfitForSigning;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.document.MissingFact;
import dev.touchstone.issuance.issuer.KeyVault;
import dev.touchstone.issuance.issuer.SigningKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** From an award that can be issued to a signed document: intent first, key after. */
@ApplicationScoped
class Signing {

    private final Issuers issuers;
    private final Intents intents;
    private final Sealing sealing;
    private final KeyVault vault;
    private final JsonText json;

    Signing(Issuers issuers, Intents intents, Sealing sealing, KeyVault vault, JsonText json) {
        this.issuers = issuers;
        this.intents = intents;
        this.sealing = sealing;
        this.vault = vault;
        this.json = json;
    }

    /**
     * A credential that is signed but recorded nowhere yet.
     *
     * @param document the signed document, as it will be served
     */
    record Signed(String tenant, Award award, Achievement achievement, int edition, Intent intent, String document) {}

    /** Fails with {@link PermanentFailure} when the award can never become a credential as it is. */
    Uni<Signed> sign(String tenant, Award award, Situation.Ready ready) {
        return issuers.findOrCreate(tenant)
                .chain(issuer -> intents.settle(issuer, award, ready)
                        .chain(intent -> Worker.compute(() -> new Signed(
                                tenant, award, ready.achievement(), ready.edition(), intent, signed(issuer, intent)))))
                .onFailure(UnfitForSigning.class)
                .transform(unfit -> new PermanentFailure(
                        FailureCode.INVARIANT_VIOLATED, "not fit to be signed: " + unfit.getMessage()))
                .onFailure(Issuers.ReservedName.class)
                .transform(reserved -> new PermanentFailure(FailureCode.INVARIANT_VIOLATED, reserved.getMessage()))
                .onFailure(MissingFact.class)
                .transform(missing -> new PermanentFailure(FailureCode.SCHEMA_VIOLATION, missing.getMessage()));
    }

    private String signed(StoredIssuer issuer, Intent intent) {
        SigningKey key = issuer.byKeyId(intent.options().verificationMethod()).open(issuer.tenant(), vault);
        return new String(json.write(sealing.sign(intent, key)), StandardCharsets.UTF_8);
    }
}
