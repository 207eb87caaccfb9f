package dev.touchstone.issuance;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.adapter.json.JacksonText;
import dev.touchstone.issuance.adapter.jsonld.PinnedContexts;
import dev.touchstone.issuance.adapter.jsonld.TitaniumCanonicalizer;
import dev.touchstone.issuance.credential.Sealing;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.Ed25519;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import dev.touchstone.issuance.publication.PublicAddresses;
import dev.touchstone.issuance.verification.Verifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the parts together that know nothing of a container. */
class IssuanceWiring {

    @Produces
    @Singleton
    PublicAddresses addresses(IssuanceConfig config) {
        return new PublicAddresses(config.publicUrl(), config.evidenceUrl());
    }

    @Produces
    @Singleton
    Ed25519 ed25519() {
        return new BouncyCastleEd25519();
    }

    @Produces
    @Singleton
    JsonText json() {
        return new JacksonText();
    }

    @Produces
    @Singleton
    EddsaRdfc2022 suite(Ed25519 ed25519) {
        return new EddsaRdfc2022(new TitaniumCanonicalizer(PinnedContexts.load()), ed25519);
    }

    @Produces
    @Singleton
    Sealing sealing(EddsaRdfc2022 suite) {
        return new Sealing(suite);
    }

    @Produces
    @Singleton
    Verifier verifier(JsonText json, EddsaRdfc2022 suite) {
        return new Verifier(json, suite, CanonicalizationLimits.FOREIGN);
    }
}
