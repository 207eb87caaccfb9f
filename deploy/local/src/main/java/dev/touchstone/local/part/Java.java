package dev.touchstone.local.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Java that this launcher runs on, and so does everything it starts: as small as it can be without being slow. */
final class Java {
    /** For every process: a heap that gives back what it does not need, and an end instead of a crippled life. */
    static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:-ShrinkHeapInSteps",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=128m",
            // What compiling took from the C library goes back to the system: 20 MB and more. Not every JVM knows it.
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TrimNativeHeapInterval=5000");

    /** Each thread that allocates would otherwise get an arena of its own from the C library. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
