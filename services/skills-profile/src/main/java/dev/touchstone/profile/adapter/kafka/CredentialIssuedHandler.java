package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A credential enters a passport. */
@ApplicationScoped
class CredentialIssuedHandler implements EventHandler {

    private final ProjectEvent projection;

    CredentialIssuedHandler(ProjectEvent projection) {
        this.projection = projection;
    }

    @Override
    public String type() {
        return Projected.CREDENTIAL_ISSUED;
    }

    @Override
    public Uni<Void> handle(Event event) {
        return projection.project(event);
    }
}
