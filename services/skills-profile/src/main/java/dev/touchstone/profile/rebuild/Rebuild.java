package dev.touchstone.profile.rebuild;

import java.time.Instant;
import java.util.UUID;

/**
 * One rebuilding of the whole projection from the topics.
 *
 * @param tenant organisation of the person who asked for it
 * @param startedBy their login
 * @param progress of the attempt that is under way, or of the last one
 * @param attempts 1, and one more for each time a replica took over from one that stopped
 * @param finishedAt null while it runs
 * @param reason why it failed; null otherwise
 */
public record Rebuild(
        UUID id,
        String tenant,
        String startedBy,
        Instant startedAt,
        RebuildState state,
        Progress progress,
        int attempts,
        Instant finishedAt,
        String reason) {

    /** Collections built by this rebuild carry this name. */
    public String generation() {
        return id.toString();
    }

    /**
     * @param total events that were on the topics when the attempt began
     * @param read events read so far
     * @param skipped events among them that cannot be read; each lies with the dead letters too
     */
    public record Progress(long total, long read, long skipped) {

        public static final Progress NONE = new Progress(0, 0, 0);
    }
}
