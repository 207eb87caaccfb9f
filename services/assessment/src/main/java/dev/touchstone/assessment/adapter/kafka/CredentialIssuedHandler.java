package dev.touchstone.assessment.adapter.kafka;

import dev.touchstone.assessment.adapter.postgres.ReceiveCredential;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody holds a credential. */
@ApplicationScoped
class CredentialIssuedHandler implements EventHandler {

    private final ReceiveCredential receiving;

    CredentialIssuedHandler(ReceiveCredential receiving) {
        this.receiving = receiving;
    }

    @Override
    public String type() {
        return "dev.touchstone.credential.issued.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        CredentialIssuedData data = event.as(CredentialIssuedData.class);
        return receiving.issued(event, data.personId(), data.credential(), data.decisionId());
    }
}
