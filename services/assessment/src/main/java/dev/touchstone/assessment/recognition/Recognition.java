package dev.touchstone.assessment.recognition;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Findings;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.assessmentcase.Transition;
import dev.touchstone.assessment.criteria.Truth;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.Deciding;
import dev.touchstone.assessment.judgement.Decision;
import dev.touchstone.assessment.judgement.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Decides what follows when something about a person and an achievement is new: a case opened, evidence added, an award
 * by rule, a case put before people, or nothing.
 *
 * <p>At most one case is open per person and achievement. Whoever was decided on already gets a further case like this:
 * <ul>
 *   <li>while an award is live: only where there is more to reach, and only for evidence that a person offers for it, or
 *       where a rule awards the higher level at once. A new version of the achievement is no reason by itself.
 *   <li>after "not yet met", or once the award has expired or was revoked: with the first new piece of evidence, or
 *       where a rule awards at once. What was there before counts again, except after an expiry: then only what
 *       happened since the award. After a revocation only people award.
 * </ul>
 */
public final class Recognition {

    private final Situation situation;
    private final Trigger trigger;
    private final Supplier<UUID> ids;
    private final Instant at;

    private Recognition(Situation situation, Trigger trigger, Supplier<UUID> ids, Instant at) {
        this.situation = situation;
        this.trigger = trigger;
        this.ids = ids;
        this.at = at;
    }

    /** @param ids makes identifiers for a case and a decision */
    public static Step consider(Situation situation, Trigger trigger, Supplier<UUID> ids, Instant at) {
        return new Recognition(situation, trigger, ids, at).consider();
    }

    private Step consider() {
        if (situation.open().isEmpty()) {
            return situation.line().isRetired() ? Step.NONE : open(false);
        }
        AssessmentCase open = situation.open().get();
        return Situation.isOutdated(situation.line(), open) ? open(true).superseding(open.superseded()) : goOn(open);
    }

    private Step open(boolean isContinued) {
        Achievement achievement = situation.line().latest();
        AssessmentCase fresh = AssessmentCase.open(
                        ids.get(), situation.personId(), achievement.id(), achievement.version(), at)
                .holding(CaseEvidence.of(situation.known().stream()
                        .filter(piece -> counts(piece, achievement))
                        .toList()));
        boolean mayOpen = hasSubstance(fresh, achievement) && (isContinued || admits(fresh, achievement));
        return mayOpen ? settle(new Transition(fresh, List.of()), achievement) : Step.NONE;
    }

    private boolean hasSubstance(AssessmentCase fresh, Achievement achievement) {
        if (!fresh.evidence().pieces().isEmpty()) {
            return true;
        }
        Findings findings = deciding(fresh, achievement).findings();
        return findings.requirements().leaves().anyMatch(leaf -> leaf.truth() != Truth.UNKNOWN);
    }

    private boolean admits(AssessmentCase fresh, Achievement achievement) {
        Standing standing = situation.standing();
        List<Evidence> arrived = arrived(achievement);
        if (standing.isUndecided()) {
            return true;
        }
        if (standing.highestLive() == 0) {
            return !arrived.isEmpty() || awardsAtOnce(fresh, achievement);
        }
        boolean isOffered = arrived.stream().anyMatch(piece -> piece.isClaimedFor(achievement.id()));
        boolean isMoreToReach = standing.heldLevel(achievement.version())
                < achievement.definition().topLevel();
        return (isOffered && isMoreToReach) || awardsAtOnce(fresh, achievement);
    }

    private boolean awardsAtOnce(AssessmentCase fresh, Achievement achievement) {
        Deciding deciding = deciding(fresh, achievement);
        return deciding.findings().reachedOrdinal() > situation.standing().highestLive()
                && deciding.byRule(fresh.id()).isPresent();
    }

    private Step goOn(AssessmentCase open) {
        Achievement achievement = situation
                .line()
                .version(open.achievementVersion())
                .orElseThrow(() -> new IllegalStateException("case " + open.id() + " has a version that is not known"));
        Transition transition = new Transition(open, List.of());
        for (Evidence piece : arrived(achievement)) {
            transition = transition.then(current -> current.add(piece, relied(current, achievement), at));
        }
        if (trigger instanceof Trigger.EvidenceRetracted retracted) {
            transition = transition.then(current -> current.lose(retracted.evidenceId(), at));
        }
        return settle(transition, achievement);
    }

    /** What is new and counts. */
    private List<Evidence> arrived(Achievement achievement) {
        List<Evidence> arrived = new ArrayList<>();
        if (trigger instanceof Trigger.NewEvidence single) {
            arrived.add(single.evidence());
        } else if (trigger instanceof Trigger.KeptForLater kept) {
            situation.known().stream()
                    .filter(piece -> kept.evidenceIds().contains(piece.id()))
                    .forEach(arrived::add);
        }
        arrived.removeIf(piece -> !counts(piece, achievement));
        return arrived;
    }

    private Set<UUID> relied(AssessmentCase open, Achievement achievement) {
        return open.evidence().pieces().size() < CaseEvidence.MAX
                ? Set.of()
                : deciding(open, achievement).findings().reliedEvidence();
    }

    private Step settle(Transition transition, Achievement achievement) {
        AssessmentCase current = transition.assessmentCase();
        if (current.isBeingJudged()) {
            return new Step(Optional.empty(), Optional.of(current), transition.events(), Optional.empty());
        }
        Deciding deciding = deciding(current, achievement);
        Optional<Decision> award = deciding.byRule(ids.get());
        AssessmentCase settled = award.isPresent()
                ? current.decided(at).assessmentCase()
                : current.ready(deciding.isReadyForPeople(), at);
        return new Step(Optional.empty(), Optional.of(settled), transition.events(), award);
    }

    private Deciding deciding(AssessmentCase assessmentCase, Achievement achievement) {
        return new Deciding(achievement, assessmentCase, situation.standing(), situation.credentials(), at);
    }

    private boolean counts(Evidence piece, Achievement achievement) {
        boolean isRecent = situation
                .standing()
                .evidenceSince()
                .filter(since -> !piece.occurredAt().isAfter(since))
                .isEmpty();
        return isRecent && isMeantFor(piece, achievement);
    }

    /** What a person offers for one achievement counts for that one, whatever else it would fit. */
    private boolean isMeantFor(Evidence piece, Achievement achievement) {
        return piece.claimedFor() == null
                ? achievement.definition().concerns(piece, at)
                : piece.isClaimedFor(achievement.id());
    }
}
