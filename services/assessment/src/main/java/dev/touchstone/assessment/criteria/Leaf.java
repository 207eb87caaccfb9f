package dev.touchstone.assessment.criteria;

import dev.touchstone.assessment.evidence.Evidence;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A demand that is held against facts directly. */
public sealed interface Leaf extends Criteria permits EvidenceShown, ScoreReached, CredentialHeld, RubricLevelReached {

    /** The demand, in plain words. */
    String inWords();

    /** Decided by verified systems and signed credentials alone, without anybody's opinion. */
    boolean isObjective();

    /** Whether the piece could count for this leaf at that moment. */
    boolean concerns(Evidence evidence, Instant asOf);

    /** Which evidence it counts; empty where it counts none. */
    default Optional<EvidenceFilter> counts() {
        return Optional.empty();
    }

    @Override
    default Stream<Leaf> leaves() {
        return Stream.of(this);
    }
}
