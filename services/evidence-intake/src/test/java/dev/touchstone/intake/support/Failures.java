package dev.touchstone.intake.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the service logs with a stack trace while this is open. */
public final class Failures extends Handler implements AutoCloseable {

    private final List<String> traces = new CopyOnWriteArrayList<>();

    public Failures() {
        Logger.getLogger("").addHandler(this);
    }

    public List<String> traces() {
        return List.copyOf(traces);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getThrown() != null) {
            traces.add(entry.getLoggerName() + ": " + entry.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
