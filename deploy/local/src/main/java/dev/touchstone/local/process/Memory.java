package dev.touchstone.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Memory that processes hold. */
public final class Memory {
    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");

    private Memory() {}

    /** Resident set of one process in bytes, if the system tells. */
    public static OptionalLong resident(ProcessHandle process) {
        return ps(process.pid());
    }

    /**
     * Memory of a process and its children in bytes. Memory they share counts once where the system tells (Linux), and
     * once for each of them elsewhere.
     */
    public static OptionalLong ofTree(ProcessHandle process) {
        var sum = proportional(process.pid());
        for (var child : process.descendants().toList()) {
            sum += proportional(child.pid());
        }
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    private static long proportional(long pid) {
        try {
            var matcher = PROPORTIONAL.matcher(Files.readString(Path.of("/proc/" + pid + "/smaps_rollup")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
        } catch (IOException e) {
            return ps(pid).orElse(0);
        }
    }

    private static OptionalLong ps(long pid) {
        try {
            var process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return answer.matches("\\d+") ? OptionalLong.of(Long.parseLong(answer) * 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
