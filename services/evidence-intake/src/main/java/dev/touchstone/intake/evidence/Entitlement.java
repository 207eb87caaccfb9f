package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * On what ground somebody reads the content of a piece of evidence. There is no other: not being a manager, not being
 * an administrator.
 *
 * @param caseId the case of an assessor; null for the others
 */
public record Entitlement(Ground ground, UUID caseId) {

    /** The grounds. */
    public enum Ground {
        /** It is about them. */
        SUBJECT,
        /** They handed it in. */
        SUBMITTER,
        /** They hold a live claim on a case that it belongs to. */
        ASSESSOR;

        public String word() {
            return Words.word(this);
        }
    }

    /**
     * @param aboutPerson null while nobody is known
     * @param submitterLogin null on evidence from systems
     * @param claims of the reader
     */
    public static Optional<Entitlement> of(
            Reader reader,
            UUID evidenceId,
            UUID aboutPerson,
            String submitterLogin,
            Collection<AssessorClaim> claims,
            Instant now) {
        if (reader.personId() != null && reader.personId().equals(aboutPerson)) {
            return Optional.of(new Entitlement(Ground.SUBJECT, null));
        }
        if (reader.login().equals(submitterLogin)) {
            return Optional.of(new Entitlement(Ground.SUBMITTER, null));
        }
        if (!reader.assessor() || reader.personId() == null) {
            return Optional.empty();
        }
        return claims.stream()
                .filter(claim -> claim.opens(evidenceId, aboutPerson, reader.personId(), now))
                .findFirst()
                .map(claim -> new Entitlement(Ground.ASSESSOR, claim.caseId()));
    }
}
