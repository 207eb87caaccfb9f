package dev.touchstone.assessment.adapter.kafka;

import dev.touchstone.assessment.adapter.postgres.ReceiveCredential;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A credential holds no more. */
@ApplicationScoped
class CredentialRevokedHandler implements EventHandler {

    private final ReceiveCredential receiving;

    CredentialRevokedHandler(ReceiveCredential receiving) {
        this.receiving = receiving;
    }

    @Override
    public String type() {
        return "dev.touchstone.credential.revoked.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        CredentialRevokedData data = event.as(CredentialRevokedData.class);
        return receiving.revoked(event, data.personId(), data.credentialId(), data.achievementId());
    }
}
