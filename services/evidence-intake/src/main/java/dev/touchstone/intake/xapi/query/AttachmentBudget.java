package dev.touchstone.intake.xapi.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many statements one answer holds when their attachments come with them: an answer is put together in memory, and a
 * page of hundreds of statements may have hundreds of films. What does not fit is on the next page (xAPI 4.2.4).
 */
public final class AttachmentBudget {

    /** Bytes of attachments after which a page ends. */
    public static final long MOST_BYTES = 8L * 1024 * 1024;

    private AttachmentBudget() {}

    /**
     * Answers with how many of the statements fit, from the first on; one always does.
     *
     * @param attached digests of each statement's attachments
     * @param sizes of the contents that are here, by digest; a content that several have is answered once
     */
    public static int fitting(List<? extends Iterable<String>> attached, Map<String, Long> sizes) {
        Set<String> answered = new HashSet<>();
        long bytes = 0;
        for (int index = 0; index < attached.size(); index++) {
            for (String digest : attached.get(index)) {
                bytes += answered.add(digest) ? sizes.getOrDefault(digest, 0L) : 0;
            }
            if (bytes > MOST_BYTES && index > 0) {
                return index;
            }
        }
        return attached.size();
    }
}
