package dev.touchstone.profile.adapter.http;

/** @param name absent where nobody named the level */
record LevelView(int ordinal, String name) {

    static LevelView of(Integer ordinal, String name) {
        return ordinal == null ? null : new LevelView(ordinal, name);
    }
}
