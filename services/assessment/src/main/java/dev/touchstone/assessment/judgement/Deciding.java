package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Findings;
import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.criteria.Facts;
import dev.touchstone.assessment.criteria.Judged;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How a case is decided. Gates are conjunctive: nothing makes up for something else. A rule may award or leave the case
 * to people; it refuses nobody.
 */
public final class Deciding {

    private final Achievement achievement;
    private final AssessmentCase assessmentCase;
    private final Standing standing;
    private final Facts facts;

    /** @param credentials all of the person's */
    public Deciding(
            Achievement achievement,
            AssessmentCase assessmentCase,
            Standing standing,
            List<HeldCredential> credentials,
            Instant at) {
        this.achievement = achievement;
        this.assessmentCase = assessmentCase;
        this.standing = standing;
        this.facts = new Facts(assessmentCase.evidence().pieces(), credentials, Judged.NOTHING, at);
    }

    /** How the case stands before anybody judged. */
    public Findings findings() {
        return achievement.definition().assess(facts);
    }

    /** Nothing is missing but people's judgement, and it could lead to more than is held already. */
    public boolean isReadyForPeople() {
        return achievement.definition().assess(facts.with(Judged.ASSUMED)).reachedOrdinal() > held();
    }

    /**
     * The award by rule, where there is one: low stakes, meant to be awarded so, every criterion met by verified
     * objective evidence, more than is held of any version, and nothing about the person's earlier awards that wants a
     * person to look.
     */
    public Optional<Decision> byRule(UUID decisionId) {
        Findings findings = findings();
        boolean mayAward = achievement.definition().policy().autoAward()
                && achievement.stakes() == Stakes.LOW
                && !standing.isForPeopleOnly()
                && findings.reachedOrdinal() > standing.highestLive()
                && restsOnVerifiedOnly(findings);
        if (!mayAward) {
            return Optional.empty();
        }
        Outcome award = new Reasons(achievement, findings).passed(facts.asOf());
        List<Evidence> evidence = pieces(findings.reliedEvidence());
        return Optional.of(new Decision(
                decisionId,
                assessmentCase.id(),
                assessmentCase.personId(),
                achievement.id(),
                achievement.version(),
                Basis.RULE,
                facts.asOf(),
                List.of(),
                List.of(),
                award,
                List.of(),
                evidence,
                findings,
                Inputs.hash(achievement, evidence, findings.reliedCredentials(), Marks.NONE)));
    }

    private boolean restsOnVerifiedOnly(Findings findings) {
        return pieces(findings.reliedEvidence()).stream().allMatch(piece -> piece.trust() == Trust.VERIFIED);
    }

    /** Whether an award would follow from a judgement. */
    boolean passes(Judgement judgement) {
        return judgement.rules().allMet() && findings(judgement).reachedOrdinal() > held();
    }

    private Findings findings(Judgement judgement) {
        return achievement.definition().assess(facts.with(judgement.judged(achievement.definition())));
    }

    /**
     * The decision that follows from a judgement.
     *
     * @param judgement on which it rests; has passed {@link JudgementRules}, or is what two that have agree on
     * @param marks all that were handed in
     */
    Decision byPeople(UUID decisionId, Basis basis, Judgement judgement, Marks marks) {
        Findings findings = findings(judgement);
        List<CriterionResult> results = results(judgement);
        boolean passed = passes(judgement);
        Reasons reasons = new Reasons(achievement, findings);
        List<Evidence> evidence = passed
                ? restingOn(findings, judgement)
                : sorted(assessmentCase.evidence().pieces());
        return new Decision(
                decisionId,
                assessmentCase.id(),
                assessmentCase.personId(),
                achievement.id(),
                achievement.version(),
                basis,
                facts.asOf(),
                judgement.assessorId() == null
                        ? marks.all().stream().map(Mark::assessorId).toList()
                        : List.of(judgement.assessorId()),
                marks.all(),
                passed ? reasons.passed(facts.asOf()) : reasons.notYetMet(judgement, results, held()),
                results,
                evidence,
                findings,
                Inputs.hash(achievement, evidence, findings.reliedCredentials(), marks));
    }

    private int held() {
        return standing.heldLevel(achievement.version());
    }

    private List<CriterionResult> results(Judgement judgement) {
        return achievement.definition().rubricCriteria().stream()
                .map(criterion -> CriterionResults.of(criterion, judgement))
                .toList();
    }

    private List<Evidence> restingOn(Findings findings, Judgement judgement) {
        Set<UUID> ids = new HashSet<>(findings.reliedEvidence());
        judgement.criteria().forEach(judged -> ids.addAll(judged.evidenceIds()));
        return pieces(ids);
    }

    private List<Evidence> pieces(Set<UUID> ids) {
        List<Evidence> pieces = new ArrayList<>(assessmentCase.evidence().pieces());
        pieces.removeIf(piece -> !ids.contains(piece.id()));
        return sorted(pieces);
    }

    private static List<Evidence> sorted(Collection<Evidence> pieces) {
        return pieces.stream().sorted(Evidence.NEWEST_FIRST).toList();
    }
}
