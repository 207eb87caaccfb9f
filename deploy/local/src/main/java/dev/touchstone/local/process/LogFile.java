package dev.touchstone.local.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log. */
public final class LogFile {
    private static final int LAST_BYTES = 256 * 1024;
    private static final int PAUSE_MILLIS = 250;

    private final Path file;

    public LogFile(Path file) {
        this.file = file;
    }

    /** The last lines, at most that many. */
    public List<String> tail(int lines) throws IOException {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var all = rest(log, Math.max(0, log.length() - LAST_BYTES)).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }

    /** Prints what is written from now on, until this thread is interrupted. */
    public void follow(PrintStream out) throws IOException, InterruptedException {
        var position = file.toFile().length();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.sleep(PAUSE_MILLIS);
            var length = file.toFile().length();
            // A shorter file is a new one: the process was started again.
            var from = length < position ? 0 : position;
            if (length > from) {
                try (var log = new RandomAccessFile(file.toFile(), "r")) {
                    out.print(rest(log, from));
                    out.flush();
                    position = log.getFilePointer();
                }
            }
        }
    }

    private static String rest(RandomAccessFile log, long from) throws IOException {
        var bytes = new byte[(int) (log.length() - from)];
        log.seek(from);
        log.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
