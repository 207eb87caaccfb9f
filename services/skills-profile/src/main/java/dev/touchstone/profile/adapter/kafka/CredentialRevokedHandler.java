package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A credential counts no longer. */
@ApplicationScoped
class CredentialRevokedHandler implements EventHandler {

    private final ProjectEvent projection;

    CredentialRevokedHandler(ProjectEvent projection) {
        this.projection = projection;
    }

    @Override
    public String type() {
        return Projected.CREDENTIAL_REVOKED;
    }

    @Override
    public Uni<Void> handle(Event event) {
        return projection.project(event);
    }
}
