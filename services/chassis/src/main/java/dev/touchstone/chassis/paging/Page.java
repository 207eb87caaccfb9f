package dev.touchstone.chassis.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next cursor of the next page; null on the last
 */
public record Page<T>(List<T> items, String next) {

    /**
     * Makes a page from rows that were asked for with one more than the limit.
     *
     * @param position what the following page starts behind, taken from the last row of this one
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> position) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? Cursor.encode(position.apply(shown.get(shown.size() - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
