package dev.touchstone.assessment.assessmentcase;

import dev.touchstone.assessment.evidence.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The evidence of a case, each piece once, at most {@value #MAX} pieces. Where more comes in, the oldest piece makes
 * room that nothing rests on and that nobody offered: a count asks for at most a hundred, so it is not missed.
 *
 * @param later pieces that came when the case was being judged on what it had: no part of it, but of what comes next
 */
public record CaseEvidence(List<Evidence> pieces, Set<UUID> later) {

    public static final int MAX = 500;
    public static final CaseEvidence NONE = new CaseEvidence(List.of());

    public CaseEvidence {
        pieces = List.copyOf(pieces);
        later = Set.copyOf(later);
    }

    public CaseEvidence(List<Evidence> pieces) {
        this(pieces, Set.of());
    }

    public boolean contains(UUID evidenceId) {
        return pieces.stream().anyMatch(piece -> piece.id().equals(evidenceId));
    }

    public List<UUID> ids() {
        return pieces.stream().map(Evidence::id).toList();
    }

    /** The same, where it is there already; also where it is full of pieces that must stay. */
    public CaseEvidence with(Evidence evidence, Set<UUID> relied) {
        if (contains(evidence.id())) {
            return this;
        }
        List<Evidence> all = new ArrayList<>(pieces);
        if (all.size() >= MAX) {
            Optional<Evidence> spare = all.stream()
                    .filter(piece -> piece.claimedFor() == null && !relied.contains(piece.id()))
                    .min(Comparator.comparing(Evidence::occurredAt).thenComparing(Evidence::id));
            if (spare.isEmpty()) {
                return this;
            }
            all.remove(spare.get());
        }
        all.add(evidence);
        return new CaseEvidence(all, later);
    }

    /** The same, where the piece is there already, in the case or for later. */
    CaseEvidence keepingForLater(UUID evidenceId) {
        if (contains(evidenceId) || later.contains(evidenceId)) {
            return this;
        }
        Set<UUID> more = new HashSet<>(later);
        more.add(evidenceId);
        return new CaseEvidence(pieces, more);
    }

    /** The same, where the piece is not there. */
    CaseEvidence without(UUID evidenceId) {
        Set<UUID> stillLater = new HashSet<>(later);
        stillLater.remove(evidenceId);
        return new CaseEvidence(
                pieces.stream().filter(piece -> !piece.id().equals(evidenceId)).toList(), stillLater);
    }

    /** The newest pieces, and all that were offered for the achievement before those that were not. */
    public static CaseEvidence of(Collection<Evidence> found) {
        return new CaseEvidence(found.stream()
                .sorted(Comparator.comparing((Evidence piece) -> piece.claimedFor() == null)
                        .thenComparing(Evidence.NEWEST_FIRST))
                .limit(MAX)
                .toList());
    }
}
