package dev.touchstone.chassis.failure;

import java.util.List;

/** Tells code that is wrong from everything else. */
public final class Failures {

    private static final List<Class<? extends Throwable>> DEFECTS = List.of(
            NullPointerException.class,
            IllegalArgumentException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArithmeticException.class,
            UnsupportedOperationException.class);

    private Failures() {}

    /** Our own code tripped over the event: worth a few tries, then a person has to look. */
    public static boolean isDefect(Throwable failure) {
        return DEFECTS.stream().anyMatch(type -> type.isInstance(failure));
    }
}
