package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.passport.Passport;
import dev.touchstone.profile.passport.PersonFacts;
import java.util.UUID;

/** Who a passport belongs to; only the id where the person's facts have not arrived yet. */
record PersonView(UUID personId, String displayName, String jobTitle, Unit unit, Boolean active) {

    record Unit(String unitId, String name) {}

    static PersonView of(Passport passport) {
        UUID id = passport.key().personId();
        PersonFacts person = passport.person();
        if (person == null) {
            return new PersonView(id, null, null, null, null);
        }
        Unit unit = person.unitId() == null ? null : new Unit(person.unitId(), person.unitName());
        return new PersonView(id, person.displayName(), person.jobTitle(), unit, person.active());
    }
}
