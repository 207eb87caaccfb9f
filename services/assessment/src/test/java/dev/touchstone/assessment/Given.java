package dev.touchstone.assessment;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.achievement.AwardPolicy;
import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Level;
import dev.touchstone.assessment.achievement.Marking;
import dev.touchstone.assessment.achievement.Meaning;
import dev.touchstone.assessment.achievement.Particulars;
import dev.touchstone.assessment.achievement.Rubric;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.achievement.RubricLevel;
import dev.touchstone.assessment.achievement.SkillShown;
import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.criteria.CredentialHeld;
import dev.touchstone.assessment.criteria.Criteria;
import dev.touchstone.assessment.criteria.EvidenceFilter;
import dev.touchstone.assessment.criteria.EvidenceShown;
import dev.touchstone.assessment.criteria.Label;
import dev.touchstone.assessment.criteria.RubricLevelReached;
import dev.touchstone.assessment.criteria.ScoreReached;
import dev.touchstone.assessment.evidence.Activity;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Origin;
import dev.touchstone.assessment.evidence.Result;
import dev.touchstone.assessment.evidence.Trust;
import dev.touchstone.assessment.fingerprint.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Small worlds for tests: short names for what tests are about, sensible values for the rest. */
public final class Given {

    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    public static final UUID MAYA = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    public static final UUID OTTO = UUID.fromString("00000000-0000-7000-8000-0000000000a2");

    private Given() {}

    public static UUID id(int n) {
        return new UUID(0x7000, 0x8000000000000000L + n);
    }

    public static EvidenceFilter filter(EvidenceKind kind, String activityId, Trust minTrust, Period maxAge) {
        return new EvidenceFilter(
                Set.of(kind), Set.of(), activityId == null ? Set.of() : Set.of(activityId), Set.of(), minTrust, maxAge);
    }

    /** {@code n} verified pieces of work on anything. */
    public static EvidenceShown work(int n) {
        return new EvidenceShown(Label.NONE, filter(EvidenceKind.WORK_EVENT, null, Trust.VERIFIED, null), n, false);
    }

    /** A verified completion of a course. */
    public static EvidenceShown course(String activityId) {
        return new EvidenceShown(
                Label.NONE, filter(EvidenceKind.COURSE_COMPLETION, activityId, Trust.VERIFIED, null), 1, false);
    }

    /** Pieces that a person may hand in themselves. */
    public static EvidenceShown artefacts(int n) {
        return new EvidenceShown(Label.NONE, filter(EvidenceKind.ARTEFACT, null, Trust.DECLARED, null), n, false);
    }

    public static ScoreReached score(String activityId, double atLeast) {
        return new ScoreReached(
                Label.NONE,
                new EvidenceFilter(Set.of(), Set.of(), Set.of(activityId), Set.of(), Trust.VERIFIED, null),
                atLeast);
    }

    public static CredentialHeld held(String achievementId) {
        return new CredentialHeld(Label.NONE, achievementId, 1);
    }

    public static RubricLevelReached judged(RubricCriterion criterion, int minLevel) {
        return new RubricLevelReached(Label.NONE, criterion.id(), minLevel);
    }

    public static RubricCriterion criterion(int n, int levels, int required) {
        return new RubricCriterion(
                id(1000 + n),
                "Criterion " + n,
                null,
                required,
                IntStream.rangeClosed(1, levels)
                        .mapToObj(ordinal -> new RubricLevel(id(2000 + 10 * n + ordinal), ordinal, "L" + ordinal, null))
                        .toList());
    }

    public static Rubric rubric(RubricCriterion... criteria) {
        return new Rubric(id(900), List.of(criteria));
    }

    public static Level level(int ordinal, Criteria gate) {
        return new Level(id(3000 + ordinal), ordinal, "Level " + ordinal, null, gate);
    }

    public static AwardPolicy byRule() {
        return new AwardPolicy(Stakes.LOW, true, null, null);
    }

    public static AwardPolicy byPeople() {
        return new AwardPolicy(Stakes.LOW, false, null, null);
    }

    public static AwardPolicy byTwoPeople() {
        return new AwardPolicy(Stakes.LOW, false, null, Marking.DOUBLE);
    }

    public static Definition definition(Criteria criteria, Rubric rubric, AwardPolicy policy, Level... levels) {
        return new Definition(
                new Meaning("Safe releases", "Releases safely", "MicroCredential", "Shows safe releases.", "en"),
                criteria,
                rubric,
                List.of(levels),
                List.of(new SkillShown("northwind:releasing", "Releasing", null, null, null)),
                policy,
                List.of(),
                Particulars.NONE);
    }

    public static Achievement achievement(Definition definition, int version) {
        return new Achievement("safe-releases", version, definition, Fingerprint.of(definition), NOW, null);
    }

    public static AchievementLine line(Achievement... versions) {
        return new AchievementLine(versions[0].id(), List.of(versions), null);
    }

    /** A verified piece of work, {@code n} days ago. */
    public static Evidence work(UUID person, int n) {
        return evidence(person, n, EvidenceKind.WORK_EVENT, "urn:pr:" + n, "merged", Trust.VERIFIED, null);
    }

    /** A verified completion of a course. */
    public static Evidence completion(int n, String activityId) {
        return evidence(MAYA, n, EvidenceKind.COURSE_COMPLETION, activityId, "completed", Trust.VERIFIED, null);
    }

    /** An artefact that the person offers for {@code safe-releases}. */
    public static Evidence claimed(int n) {
        return evidence(MAYA, n, EvidenceKind.ARTEFACT, "urn:doc:" + n, "claimed", Trust.DECLARED, MAYA);
    }

    public static Evidence scored(int n, String activityId, double scaled, Trust trust) {
        Evidence plain = evidence(MAYA, n, EvidenceKind.SCORE, activityId, "scored", trust, null);
        return new Evidence(
                plain.id(),
                MAYA,
                plain.kind(),
                plain.activity(),
                plain.action(),
                new Result(scaled, null),
                plain.occurredAt(),
                plain.origin(),
                null,
                plain.tags());
    }

    /** @param n both the number of the piece and how many days ago it happened */
    public static Evidence evidence(
            UUID person, int n, EvidenceKind kind, String activityId, String action, Trust trust, UUID submittedBy) {
        return new Evidence(
                id(n),
                person,
                kind,
                new Activity(activityId, Set.of(), "Activity " + n),
                action,
                Result.NONE,
                NOW.minus(Duration.ofDays(n)),
                new Origin("sha256:" + "%064x".formatted(n), trust, submittedBy),
                submittedBy == null ? null : "safe-releases",
                Set.of());
    }

    public static HeldCredential credential(int n, String achievementId, int level) {
        return new HeldCredential(id(5000 + n), achievementId, level, null, false);
    }
}
