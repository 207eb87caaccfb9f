package dev.touchstone.issuance.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import dev.touchstone.issuance.adapter.postgres.KeepPerson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A person's newest state is kept, and awards that waited for them are issued. */
@ApplicationScoped
class PersonChangedHandler implements EventHandler {

    private final KeepPerson people;

    PersonChangedHandler(KeepPerson people) {
        this.people = people;
    }

    @Override
    public String type() {
        return "dev.touchstone.person.changed.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        return people.onChanged(event);
    }
}
