package dev.touchstone.profile.adapter.http;

import java.util.List;
import java.util.SortedMap;

/** How many people hold a level. */
record LevelCountView(int ordinal, int people) {

    static List<LevelCountView> of(SortedMap<Integer, Integer> byLevel) {
        return byLevel == null
                ? null
                : byLevel.entrySet().stream()
                        .map(level -> new LevelCountView(level.getKey(), level.getValue()))
                        .toList();
    }
}
