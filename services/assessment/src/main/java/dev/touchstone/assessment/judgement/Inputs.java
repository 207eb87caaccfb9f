package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.fingerprint.Fingerprint;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What went into a decision, for its digest. The order in which things came in is no part of it. */
record Inputs(
        String definition,
        Set<Piece> evidence,
        Set<UUID> credentials,
        UUID assessorId,
        Set<CriterionJudgement> criteria,
        RulesOfEvidence rules) {

    record Piece(UUID id, String digest) {}

    private static Set<CriterionJudgement> unordered(Judgement judgement) {
        return judgement.criteria().stream()
                .map(judged -> new CriterionJudgement(
                        judged.criterionId(),
                        judged.observation(),
                        judged.evidenceIds().stream().sorted().toList(),
                        judged.comment()))
                .collect(Collectors.toSet());
    }

    static String hash(Achievement achievement, List<Evidence> evidence, Set<UUID> credentials, Judgement judgement) {
        return Fingerprint.of(new Inputs(
                achievement.digest(),
                evidence.stream()
                        .map(piece -> new Piece(piece.id(), piece.origin().digest()))
                        .collect(Collectors.toSet()),
                credentials,
                judgement == null ? null : judgement.assessorId(),
                judgement == null ? null : unordered(judgement),
                judgement == null ? null : judgement.rules()));
    }
}
