package dev.touchstone.chassis.failure;

/** Knows how one kind of dependency shows that it was given what it can never take. One bean per driver. */
public interface DefectSign {

    /** True when the same call will be refused again, for its content; {@code failure} is one link of a cause chain. */
    boolean isDefect(Throwable failure);

    /** True when it was one of the values: too long, out of range, a character that cannot be kept. */
    default boolean isUnusableValue(Throwable failure) {
        return false;
    }
}
