package dev.touchstone.assessment.recognition;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.achievement;
import static dev.touchstone.assessment.Given.artefacts;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.judged;
import static dev.touchstone.assessment.Given.level;
import static dev.touchstone.assessment.Given.line;
import static dev.touchstone.assessment.Given.rubric;
import static dev.touchstone.assessment.Given.work;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.PastDecision;
import dev.touchstone.assessment.judgement.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the tests of recognition have in common. */
abstract class RecognitionCase {

    static final RubricCriterion CARE = criterion(1, 3, 1);

    static final Achievement THREE_PIECES = achievement(definition(work(3), null, byRule()), 1);

    static final Achievement LADDER =
            achievement(definition(work(1), null, byRule(), level(1, null), level(2, work(3))), 1);

    static final Achievement JUDGED = achievement(
            definition(
                    AllOf.of(artefacts(1), judged(CARE, 1)), rubric(CARE), byPeople(), level(1, null), level(2, null)),
            1);

    final Supplier<UUID> ids = new Supplier<>() {
        final AtomicInteger next = new AtomicInteger(100);

        @Override
        public UUID get() {
            return id(next.incrementAndGet());
        }
    };

    Step consider(Situation situation, Trigger trigger) {
        return Recognition.consider(situation, trigger, ids, NOW);
    }

    static Situation fresh(AchievementLine line, Evidence... known) {
        return new Situation(MAYA, line, Optional.empty(), new Standing(List.of(), NOW), List.of(known), List.of());
    }

    static Situation goingOn(AchievementLine line, AssessmentCase open) {
        return new Situation(MAYA, line, Optional.of(open), new Standing(List.of(), NOW), List.of(), List.of());
    }

    static Situation decided(AchievementLine line, PastDecision before, List<Evidence> known) {
        return new Situation(MAYA, line, Optional.empty(), new Standing(List.of(before), NOW), known, List.of());
    }

    static PastDecision award(int version, int level, Instant validUntil, boolean revoked) {
        return new PastDecision(id(60), version, true, level, NOW.minusSeconds(60), validUntil, revoked);
    }

    static List<Evidence> pieces(int n) {
        List<Evidence> pieces = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            pieces.add(work(MAYA, i));
        }
        return pieces;
    }
}
