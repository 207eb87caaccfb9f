package dev.touchstone.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes that live on after the launcher and do not hear Ctrl-C or the closing of its terminal. */
public final class Detached {
    private Detached() {}

    /**
     * Starts a process.
     *
     * @param command with its arguments
     * @param environment in addition to the launcher's
     * @param directory to run in
     * @param log gets everything it prints; the log of the run before is kept beside it as {@code .1}
     */
    public static ProcessHandle start(List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        // Ignored signals stay ignored across exec, and a JVM leaves them so; exec keeps the process id.
        var words = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        words.addAll(command);
        var builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start().toHandle();
    }
}
