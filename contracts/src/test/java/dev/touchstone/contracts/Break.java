package dev.touchstone.contracts;

/**
 * A change that some producer or consumer would trip over.
 *
 * @param pointer of the schema, JSON Pointer
 */
record Break(Kind kind, String pointer, String detail) {

    enum Kind {
        /** The type or identifier of the event: to consumers it is another event. */
        IDENTITY_CHANGED,
        /** Removed, or renamed, which is the same. */
        PROPERTY_REMOVED,
        /** Old events may lack it. */
        PROPERTY_REQUIRED,
        /** Consumers count on it. */
        PROPERTY_NO_LONGER_REQUIRED,
        TYPE_CHANGED,
        /** A value of old events is no longer allowed. */
        ENUM_NARROWED,
        FORMAT_CHANGED,
        /** Whether the new pattern allows all that the old one did cannot be decided. */
        PATTERN_CHANGED,
        /** A length, number or count of old events may be out of bounds now. */
        LIMIT_NARROWED,
        /** A keyword the gate does not understand was added, changed or removed. */
        NOT_COMPARABLE
    }
}
