package dev.touchstone.assessment.recognition;

import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.Standing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where one person stands with one achievement.
 *
 * @param open the case they have open; at most one
 * @param known what is known of the person's evidence and could count; looked at only where a case is to be opened
 * @param credentials all of the person's
 */
public record Situation(
        UUID personId,
        AchievementLine line,
        Optional<AssessmentCase> open,
        Standing standing,
        List<Evidence> known,
        List<HeldCredential> credentials) {

    public Situation {
        known = List.copyOf(known);
        credentials = List.copyOf(credentials);
    }

    /**
     * Whether a new case could be opened, so that the person's earlier evidence is needed. Not where the highest level is
     * held: then only what is offered for it now could open one. An open case needs it where some of it is new to it.
     */
    public static boolean asksForHistory(
            AchievementLine line, Optional<AssessmentCase> open, Standing standing, Trigger trigger) {
        if (line.isRetired()) {
            return false;
        }
        if (open.isPresent()) {
            return isOutdated(line, open.get()) || trigger instanceof Trigger.KeptForLater;
        }
        return standing.highestLive() < line.latest().definition().topLevel() || mayBeOffered(line, trigger);
    }

    private static boolean mayBeOffered(AchievementLine line, Trigger trigger) {
        return trigger instanceof Trigger.KeptForLater
                || trigger instanceof Trigger.NewEvidence arrived
                        && arrived.evidence().isClaimedFor(line.id());
    }

    /** A case that still collects goes over to the version in force; one that people may look at keeps its own. */
    static boolean isOutdated(AchievementLine line, AssessmentCase open) {
        return open.state() == CaseState.COLLECTING
                && !line.isRetired()
                && open.achievementVersion() < line.latest().version();
    }
}
