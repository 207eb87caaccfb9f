package dev.touchstone.testkit;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the last first, whatever goes wrong on the way. */
final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("closing " + part.getClass().getSimpleName() + ": " + e);
            }
        }
    }
}
