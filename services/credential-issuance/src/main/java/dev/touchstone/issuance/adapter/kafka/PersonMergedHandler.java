package dev.touchstone.issuance.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import dev.touchstone.issuance.adapter.postgres.KeepMerge;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Two people turned out to be one. */
@ApplicationScoped
class PersonMergedHandler implements EventHandler {

    private final KeepMerge merges;

    PersonMergedHandler(KeepMerge merges) {
        this.merges = merges;
    }

    @Override
    public String type() {
        return "dev.touchstone.person.merged.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        return merges.onMerged(event);
    }
}
