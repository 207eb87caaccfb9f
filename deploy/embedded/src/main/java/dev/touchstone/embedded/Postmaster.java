package dev.touchstone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process that {@code postmaster.pid} of a data directory names. A killed JVM leaves the server running, a
 * killed machine leaves the file: both must not stand in the way of the next start.
 */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    private final Path pidFile;

    Postmaster(Path data) {
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** Stops the process if it lives, and removes the file it has left if it does not. */
    void stop() {
        try {
            var process = process();
            if (process.isPresent()) {
                stop(process.get());
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new IllegalStateException(pidFile + " of an earlier server cannot be dealt with", e);
        }
    }

    /** The process, if it lives. */
    Optional<ProcessHandle> process() {
        try {
            var lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.<String>of();
            return lines.size() < 3 ? Optional.empty() : find(lines);
        } catch (IOException e) {
            throw new IllegalStateException(pidFile + " cannot be read", e);
        }
    }

    /** The first line is the process id, the third the start of the server; an id alone may have been given anew. */
    private static Optional<ProcessHandle> find(List<String> lines) {
        var pid = Long.parseLong(lines.get(0).trim());
        var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim()));
        return ProcessHandle.of(pid).filter(process -> startedAbout(process, started));
    }

    private static boolean startedAbout(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, started).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .orElse(false);
    }

    private void stop(ProcessHandle process) throws IOException {
        LOG.info("action=stop-orphan part=postgresql pid={}", process.pid());
        var children = process.children().toList();
        interrupt(process);
        if (!ends(process)) {
            LOG.warn("action=kill-orphan part=postgresql pid={}", process.pid());
            process.destroyForcibly();
            ends(process);
        }
        // Shared memory stays in use until the last of them has noticed.
        children.forEach(Postmaster::ends);
    }

    /** SIGINT is the server's fast shutdown: it cuts clients off, where SIGTERM would wait for them. */
    private static void interrupt(ProcessHandle process) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroy();
            return;
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(FAST_SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
