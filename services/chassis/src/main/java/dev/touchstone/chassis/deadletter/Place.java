package dev.touchstone.chassis.deadletter;

import dev.touchstone.chassis.paging.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a letter lies on the topic of dead letters; a page begins behind one. */
record Place(int partition, long offset) {

    static final Place BEGINNING = new Place(0, -1);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    /** @throws dev.touchstone.chassis.problem.ProblemException invalid, when the cursor is not one of ours */
    static Place of(String cursor) {
        return Cursor.decode(cursor).map(Place::parse).orElse(BEGINNING);
    }

    private static Place parse(String text) {
        Matcher place = TEXT.matcher(text);
        if (!place.matches()) {
            throw Cursor.invalidCursor();
        }
        return new Place(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)));
    }

    String cursor() {
        return Cursor.encode(partition + ":" + offset);
    }
}
