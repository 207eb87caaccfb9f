package dev.touchstone.local.process;

import dev.touchstone.local.Home;
import dev.touchstone.local.UserError;
import dev.touchstone.local.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Starts, finds, awaits and stops the processes of the parts. */
public final class Processes {
    private static final int PAUSE_MILLIS = 100;
    private static final int LINES_OF_LOG = 15;

    private final Home home;

    public Processes(Home home) {
        this.home = home;
    }

    /** Starts a part's process. */
    public void start(Part part) throws IOException {
        var process = Detached.start(part.command(), part.environment(), home.repository(), home.log(part.name()));
        pid(part).write(process);
    }

    /** The part's process, if it lives. */
    public Optional<ProcessHandle> find(Part part) {
        return pid(part).process();
    }

    /** Whether the part was started and has ended without being told to. */
    public boolean hasDied(Part part) {
        return pid(part).exists() && find(part).isEmpty();
    }

    /**
     * Waits until all parts are ready.
     *
     * @param told of each part as it becomes ready, with the time since the wait began
     * @throws UserError when a process ends instead, or it takes too long
     */
    public void await(List<Part> parts, Predicate<Part> ready, Duration patience, BiConsumer<Part, Duration> told)
            throws InterruptedException {
        var begin = System.nanoTime();
        var waiting = new ArrayList<>(parts);
        while (!waiting.isEmpty()) {
            var waited = Duration.ofNanos(System.nanoTime() - begin);
            for (var part : List.copyOf(waiting)) {
                if (find(part).isEmpty()) {
                    throw new UserError(part.name() + " has ended" + endOfLog(part));
                }
                if (ready.test(part)) {
                    waiting.remove(part);
                    told.accept(part, waited);
                }
            }
            if (waited.compareTo(patience) > 0 && !waiting.isEmpty()) {
                var late = waiting.get(0);
                throw new UserError(late.name() + " is not ready after " + waited.toSeconds() + " s" + endOfLog(late));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /**
     * Tells the part to end, waits, and kills it when it does not.
     *
     * @return whether it had to be killed
     */
    public boolean stop(Part part, Duration patience) throws InterruptedException {
        var process = find(part);
        process.ifPresent(ProcessHandle::destroy);
        var killed = process.isPresent() && !ends(process.get(), patience);
        if (killed) {
            process.get().destroyForcibly();
            ends(process.get(), patience);
        }
        pid(part).delete();
        return killed;
    }

    private static boolean ends(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private String endOfLog(Part part) {
        var log = home.log(part.name());
        try {
            var lines = Files.exists(log) ? new LogFile(log).tail(LINES_OF_LOG) : List.<String>of();
            return "; its log " + log + " ends:\n" + String.join("\n", lines);
        } catch (IOException e) {
            return "; its log is " + log;
        }
    }

    private Pid pid(Part part) {
        return new Pid(home.run(part.name() + ".pid"));
    }
}
