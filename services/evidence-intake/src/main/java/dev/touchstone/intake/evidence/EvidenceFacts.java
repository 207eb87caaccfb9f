package dev.touchstone.intake.evidence;

import java.time.Instant;
import java.util.List;

/**
 * What happened, apart from whom it is about and how it came here.
 *
 * @param result {@link Result#NONE} where the source gave none
 * @param occurredAt may lie years back
 * @param tags labels from the source, at most 50
 * @param achievementId the achievement that a person offers it for; null on evidence from systems
 */
public record EvidenceFacts(
        EvidenceKind kind,
        Activity activity,
        Action action,
        Result result,
        Instant occurredAt,
        List<String> tags,
        Basis basis,
        String achievementId) {

    public static final int MOST_TAGS = 50;
    public static final int LONGEST_TAG = 100;

    public EvidenceFacts {
        tags = List.copyOf(tags);
    }
}
