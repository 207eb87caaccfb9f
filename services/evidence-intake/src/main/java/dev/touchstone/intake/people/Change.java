package dev.touchstone.intake.people;

import java.util.Objects;

/**
 * What an update says about one attribute: nothing, a new value, or that there is none any more. A sender that leaves
 * an attribute out has not taken it away.
 *
 * @param stated whether the update speaks of it
 * @param value the new value; null means none
 */
public record Change<T>(boolean stated, T value) {

    public static <T> Change<T> none() {
        return new Change<>(false, null);
    }

    public static <T> Change<T> to(T value) {
        return new Change<>(true, Objects.requireNonNull(value));
    }

    public static <T> Change<T> removed() {
        return new Change<>(true, null);
    }

    public T applyTo(T current) {
        return stated ? value : current;
    }
}
