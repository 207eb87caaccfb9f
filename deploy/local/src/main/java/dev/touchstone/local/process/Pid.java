package dev.touchstone.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that remembers a process by its id and its start: the id alone may have been given to somebody else's process
 * meanwhile, and that one must not be touched.
 */
public final class Pid {
    /** The operating system's idea of when it was started, and so of each process, moves a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Path file;

    public Pid(Path file) {
        this.file = file;
    }

    /** Remembers the process. */
    public void write(ProcessHandle process) {
        var started = process.info().startInstant().orElseGet(Instant::now);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + " " + started.toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a process was started and nobody has stopped it in good order since. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The remembered process, if it lives. */
    public Optional<ProcessHandle> process() {
        try {
            if (!exists()) {
                return Optional.empty();
            }
            var words = Files.readString(file).trim().split(" ");
            var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isSame(process, started));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Forgets the process. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSame(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, started).abs().compareTo(TOLERANCE) < 0)
                .orElse(false);
    }
}
