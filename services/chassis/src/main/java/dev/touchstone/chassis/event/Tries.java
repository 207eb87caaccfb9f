package dev.touchstone.chassis.event;

import dev.touchstone.chassis.failure.Failures;
import java.util.concurrent.atomic.AtomicInteger;

/** The tries of one record. Defects are counted apart: waiting for a store uses up none of the tries they get. */
final class Tries {

    private final Failures failures;
    private final int mostDefects;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger defects = new AtomicInteger();

    Tries(Failures failures, int mostDefects) {
        this.failures = failures;
        this.mostDefects = mostDefects;
    }

    /** Counts a failed try; true when there is to be no other. */
    boolean isOver(Throwable failure) {
        count.incrementAndGet();
        if (failures.permanent(failure).isPresent()) {
            return true;
        }
        return failures.isDefect(failure) && defects.incrementAndGet() >= mostDefects;
    }

    int count() {
        return count.get();
    }
}
