package dev.touchstone.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What a figure depends on and a reader of it cannot see: printed before every run. */
final class Machine {

    private static final int PROBES = 200;
    private static final int PAGE = 8192;

    private Machine() {}

    static void describe() {
        System.out.printf(
                "%s %s, %d cores, Java %s, load average %.2f%n",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        System.out.printf("fsync of one page: median %.2f ms of %d%n", fsync(), PROBES);
    }

    /** Milliseconds that the disk under the working directory takes to keep a page for certain. */
    private static double fsync() {
        try {
            Path file = Files.createTempFile(Path.of(""), "fsync", ".probe");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                long[] nanos = new long[PROBES];
                for (int probe = 0; probe < PROBES; probe++) {
                    channel.write(ByteBuffer.allocate(PAGE), (long) probe * PAGE);
                    long start = System.nanoTime();
                    channel.force(false);
                    nanos[probe] = System.nanoTime() - start;
                }
                Arrays.sort(nanos);
                return nanos[PROBES / 2] / 1e6;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the disk cannot be probed", e);
        }
    }
}
