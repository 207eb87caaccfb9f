package dev.touchstone.intake.adapter.scim;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How long and how deep a filter may be, wherever it stands: in an address, in the body of a search, in the path of a
 * PATCH. The library reads it as deeply as it is nested.
 */
public final class FilterBounds {

    private static final int LONGEST = 4000;
    private static final int DEEPEST = 30;

    private FilterBounds() {}

    /** @param filter null where there is none */
    public static boolean admit(String filter) {
        return filter == null
                || filter.length() <= LONGEST
                        && filter.indexOf('\0') < 0
                        && filter.chars()
                                        .filter(character -> character == '(' || character == '[')
                                        .count()
                                <= DEEPEST;
    }

    static void check(JsonNode filter) {
        if (filter.isTextual() && !admit(filter.asText())) {
            throw Refusals.invalidFilter("The filter is too long or too deep.");
        }
    }
}
