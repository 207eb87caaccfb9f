package dev.touchstone.local.stack;

import dev.touchstone.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** How the stack's process tells the launcher what is up: a file with one line for each part. */
public final class StartReport {
    private static final String DONE = "done";

    private final Path file;

    public StartReport(Home home) {
        this.file = home.run("stack.started");
    }

    /** A part that serves. */
    public record Started(String part, Duration took) {}

    /** Forgets the last start. */
    public void clear() {
        write("", StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** What serves by now. */
    public List<Started> started() {
        return lines().stream()
                .filter(line -> !line.equals(DONE))
                .map(line -> line.split(" "))
                .map(words -> new Started(words[0], Duration.ofMillis(Long.parseLong(words[1]))))
                .toList();
    }

    /** Whether everything serves. */
    public boolean isDone() {
        return lines().contains(DONE);
    }

    synchronized void add(String part, Duration took) {
        write(part + " " + took.toMillis() + "\n", StandardOpenOption.APPEND);
    }

    void done() {
        write(DONE + "\n", StandardOpenOption.APPEND);
    }

    private List<String> lines() {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            // The last line may be half written.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text, StandardOpenOption how) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
