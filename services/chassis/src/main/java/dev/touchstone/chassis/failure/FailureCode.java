package dev.touchstone.chassis.failure;

/** Why an event can never be processed as it is. Stable: operators filter dead letters by it, metrics count by it. */
public enum FailureCode {
    /** Not a CloudEvent in binary mode, or the body is not JSON. */
    UNREADABLE_EVENT,
    /** The data does not say what its type promises. */
    SCHEMA_VIOLATION,
    /** The event contradicts what this service already holds for good. */
    INVARIANT_VIOLATED,
    /** Our own code failed on it again and again. A person has to look; replay once it is mended. */
    DEFECT
}
