package dev.touchstone.chassis.failure;

/** Knows how one kind of dependency shows that it cannot be reached right now. One bean per driver. */
public interface OutageSign {

    /** True when the same call may succeed once the dependency is back; {@code failure} is one link of a cause chain. */
    boolean isOutage(Throwable failure);
}
