package dev.touchstone.intake.evidence;

import dev.touchstone.intake.people.Identity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One piece of evidence.
 *
 * @param personId whom it is about; null while nobody is known by {@code subject}
 * @param subject the identities that the source gave
 * @param digest {@code sha256:…} of the evidence as received
 * @param submitter the person who handed it in; null for systems
 * @param content null on evidence from systems
 */
public record Evidence(
        UUID id,
        UUID personId,
        Set<Identity> subject,
        EvidenceFacts facts,
        Instant receivedAt,
        String digest,
        Trust trust,
        Provenance provenance,
        Submitter submitter,
        Content content) {

    /** Evidence that a system reports; merely declared if nothing proves that it was that system. */
    public static Evidence reported(
            UUID id, EvidenceDraft draft, Instant receivedAt, String digest, Provenance provenance) {
        Trust trust = provenance.auth() == SenderAuthentication.NONE ? Trust.DECLARED : Trust.VERIFIED;
        return new Evidence(
                id, null, draft.subject(), draft.facts(), receivedAt, digest, trust, provenance, null, null);
    }

    public EvidenceState state() {
        return personId == null ? EvidenceState.PARKED : EvidenceState.SUBMITTED;
    }

    /**
     * The same evidence about a person who is now known. Whoever handed in evidence about themselves is known with
     * it.
     */
    public Evidence about(UUID person) {
        Submitter known = submitter == null ? null : submitter.knownAs(person, trust);
        return new Evidence(id, person, subject, facts, receivedAt, digest, trust, provenance, known, content);
    }

    public Optional<UUID> submittedBy() {
        return Optional.ofNullable(submitter).map(Submitter::personId);
    }
}
