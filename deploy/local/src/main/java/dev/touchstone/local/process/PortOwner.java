package dev.touchstone.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who listens on a port, as far as this user may know. */
public final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** The process that listens on the port. */
    public static Optional<ProcessHandle> find(int port) {
        return Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
    }

    /** The process in words, for a message. */
    public static String describe(int port) {
        return find(port)
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + Path.of(command).getFileName() + ")")
                                .orElse(""))
                .orElse("a process of another user");
    }

    private static Optional<ProcessHandle> fromProc(int port) {
        var sockets = new ArrayList<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            sockets.addAll(listening(Path.of(table), ":%04X".formatted(port)));
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOneOf(process, sockets))
                .findFirst();
    }

    /** Columns: number, local address, remote address, state, …, and the socket's inode in the tenth. */
    private static List<String> listening(Path table, String port) {
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(columns -> columns.length > 9)
                    .filter(columns -> columns[1].endsWith(port) && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[" + columns[9] + "]")
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean holdsOneOf(ProcessHandle process, List<String> sockets) {
        try (var files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<ProcessHandle> fromLsof(int port) {
        try {
            var lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t").start();
            var answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return answer.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(answer.lines().findFirst().orElseThrow()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
