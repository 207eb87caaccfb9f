package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.PersonUpdateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the updates of a batch, so that every mistake in it is told at once. */
final class PeopleUpdates {

    private PeopleUpdates() {}

    /** @param connectionId of the sender; null for a person */
    static List<PersonUpdate> read(PeopleBatch batch, UUID connectionId) {
        List<PersonUpdate> updates = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < batch.people().size(); index++) {
            try {
                Document person = Document.of(batch.people().get(index), "/people/" + index);
                updates.add(PersonUpdateReader.read(person, connectionId));
                person.check();
            } catch (InvalidDocument e) {
                violations.addAll(e.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw Problems.of(new InvalidDocument(violations));
        }
        return updates;
    }
}
