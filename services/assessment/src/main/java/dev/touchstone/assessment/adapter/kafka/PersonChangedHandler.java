package dev.touchstone.assessment.adapter.kafka;

import dev.touchstone.assessment.adapter.postgres.ReceivePerson;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody is new, changed, or left. */
@ApplicationScoped
class PersonChangedHandler implements EventHandler {

    private final ReceivePerson receiving;

    PersonChangedHandler(ReceivePerson receiving) {
        this.receiving = receiving;
    }

    @Override
    public String type() {
        return "dev.touchstone.person.changed.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        PersonChangedData data = event.as(PersonChangedData.class);
        return receiving.receive(event, data.person(), data.version());
    }
}
