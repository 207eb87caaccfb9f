package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.person.Person;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What is known of a person changed. */
@ApplicationScoped
public class ReceivePerson {

    private final UnitOfWork unitOfWork;
    private final PersonStore people;

    ReceivePerson(UnitOfWork unitOfWork, PersonStore people) {
        this.unitOfWork = unitOfWork;
        this.people = people;
    }

    /** @param version grows with each change: an older one changes nothing */
    public Uni<Void> receive(Event event, Person person, int version) {
        return unitOfWork.once(event, session -> people.put(session, event.tenant(), person, version));
    }
}
