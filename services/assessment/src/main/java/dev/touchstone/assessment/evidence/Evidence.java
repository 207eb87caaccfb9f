package dev.touchstone.assessment.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The facts of one piece of evidence. Its content stays with the service that took it in.
 *
 * @param personId whom it is about
 * @param action what happened, e.g. {@code merged}
 * @param occurredAt when it happened; may lie years back
 * @param claimedFor achievement that a person offers it for; null on evidence from systems
 * @param tags labels from the source
 */
public record Evidence(
        UUID id,
        UUID personId,
        EvidenceKind kind,
        Activity activity,
        String action,
        Result result,
        Instant occurredAt,
        Origin origin,
        String claimedFor,
        Set<String> tags) {

    /** Newest first; the id settles ties, so that every replica sees the same order. */
    public static final Comparator<Evidence> NEWEST_FIRST =
            Comparator.comparing(Evidence::occurredAt).reversed().thenComparing(Evidence::id);

    public Evidence {
        tags = Set.copyOf(tags);
    }

    /** The same about somebody else: about whom the person was merged into. */
    public Evidence about(UUID person) {
        return new Evidence(id, person, kind, activity, action, result, occurredAt, origin, claimedFor, tags);
    }

    /**
     * The same by whom its submitter was merged into: what somebody attests about themselves is only declared.
     *
     * @param submitter null where a system handed it in
     */
    public Evidence by(UUID submitter) {
        Trust trust = personId.equals(submitter) && trust() == Trust.ATTESTED ? Trust.DECLARED : trust();
        return new Evidence(
                id,
                personId,
                kind,
                activity,
                action,
                result,
                occurredAt,
                new Origin(origin.digest(), trust, submitter),
                claimedFor,
                tags);
    }

    public Trust trust() {
        return origin.trust();
    }

    public boolean isClaimedFor(String achievementId) {
        return achievementId.equals(claimedFor);
    }

    public boolean isSubmittedBy(UUID person) {
        return person.equals(origin.submittedBy());
    }

    /** Title of the activity, where the source gave one. */
    public Optional<String> name() {
        return Optional.ofNullable(activity.name());
    }
}
