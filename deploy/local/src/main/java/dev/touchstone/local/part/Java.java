package dev.touchstone.local.part;

import java.nio.file.Path;

/** The Java that this launcher runs on, and so does everything it starts. */
final class Java {
    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
