package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.person.Person;
import java.util.UUID;

/** A person as others see them here. */
public record PersonView(UUID personId, String displayName, String unit) {

    static PersonView of(Person person) {
        return person == null ? null : new PersonView(person.id(), person.displayName(), person.unitName());
    }
}
