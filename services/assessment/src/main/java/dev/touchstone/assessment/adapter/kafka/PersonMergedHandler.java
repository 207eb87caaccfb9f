package dev.touchstone.assessment.adapter.kafka;

import static java.util.Objects.requireNonNull;

import dev.touchstone.assessment.adapter.postgres.ReceiveMerge;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Two people turned out to be one. */
@ApplicationScoped
class PersonMergedHandler implements EventHandler {

    private final ReceiveMerge receiving;

    PersonMergedHandler(ReceiveMerge receiving) {
        this.receiving = receiving;
    }

    /** PersonMerged, as far as this service reads it. */
    record Data(UUID personId, UUID mergedInto, Integer version) {

        Data {
            requireNonNull(personId, "personId");
            requireNonNull(mergedInto, "mergedInto");
            requireNonNull(version, "version");
        }
    }

    @Override
    public String type() {
        return "dev.touchstone.person.merged.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        Data data = event.as(Data.class);
        return receiving.receive(event, data.personId(), data.mergedInto(), data.version());
    }
}
