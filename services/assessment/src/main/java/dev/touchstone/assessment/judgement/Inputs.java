package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.fingerprint.Fingerprint;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What went into a decision, for its digest. The order in which things came in is no part of it.
 *
 * @param assessorId with criteria and rules, of the only judgement; null where there was none, or more than one
 * @param marks all judgements where there was more than one, otherwise null: so digests from before stay right
 */
record Inputs(
        String definition,
        Set<Piece> evidence,
        Set<UUID> credentials,
        UUID assessorId,
        Set<CriterionJudgement> criteria,
        RulesOfEvidence rules,
        Set<Marked> marks) {

    record Piece(UUID id, String digest) {}

    record Marked(String part, UUID assessorId, Set<CriterionJudgement> criteria, RulesOfEvidence rules) {

        static Marked of(Mark mark) {
            return new Marked(
                    mark.part().label(),
                    mark.assessorId(),
                    unordered(mark.judgement()),
                    mark.judgement().rules());
        }
    }

    private static Set<CriterionJudgement> unordered(Judgement judgement) {
        return judgement.criteria().stream()
                .map(judged -> new CriterionJudgement(
                        judged.criterionId(),
                        judged.observation(),
                        judged.evidenceIds().stream().sorted().toList(),
                        judged.comment()))
                .collect(Collectors.toSet());
    }

    static String hash(Achievement achievement, List<Evidence> evidence, Set<UUID> credentials, Marks marks) {
        List<Mark> all = marks.all();
        Judgement only = all.size() == 1 ? all.get(0).judgement() : null;
        return Fingerprint.of(new Inputs(
                achievement.digest(),
                evidence.stream()
                        .map(piece -> new Piece(piece.id(), piece.origin().digest()))
                        .collect(Collectors.toSet()),
                credentials,
                only == null ? null : only.assessorId(),
                only == null ? null : unordered(only),
                only == null ? null : only.rules(),
                all.size() > 1 ? all.stream().map(Marked::of).collect(Collectors.toSet()) : null));
    }
}
