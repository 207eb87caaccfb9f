package dev.touchstone.assessment.criteria;

import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.evidence.Evidence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Everything a criteria tree is held against. Order of evidence and credentials does not matter.
 *
 * @param asOf the moment for which ages and validities are reckoned
 */
public record Facts(List<Evidence> evidence, List<HeldCredential> credentials, Judged judged, Instant asOf) {

    public Facts {
        evidence = List.copyOf(evidence);
        credentials = List.copyOf(credentials);
    }

    public static Facts of(
            Collection<Evidence> evidence, Collection<HeldCredential> credentials, Judged judged, Instant asOf) {
        return new Facts(List.copyOf(evidence), List.copyOf(credentials), judged, asOf);
    }

    public Facts with(Judged newlyJudged) {
        return new Facts(evidence, credentials, newlyJudged, asOf);
    }
}
