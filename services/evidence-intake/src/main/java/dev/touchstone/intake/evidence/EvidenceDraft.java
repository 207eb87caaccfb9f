package dev.touchstone.intake.evidence;

import dev.touchstone.intake.people.Identity;
import java.util.Set;

/**
 * Evidence as a source reports it, before it is known who the person is.
 *
 * @param subject everything the source gives to tell the person by, never empty
 */
public record EvidenceDraft(Set<Identity> subject, EvidenceFacts facts) {

    public EvidenceDraft {
        subject = Set.copyOf(subject);
    }
}
