package dev.touchstone.issuance.award;

import dev.touchstone.issuance.achievement.Achievement.Level;
import dev.touchstone.issuance.document.Facts;
import dev.touchstone.issuance.document.MissingFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A decision that a person has shown what an achievement asks for. One decision, one credential. */
public record Award(Facts facts) {

    /** @throws MissingFact when anything that a credential says is missing or malformed: better now than half-way */
    public Award {
        facts.uuid("decisionId");
        facts.uuid("personId");
        facts.text("achievementId");
        facts.integer("achievementVersion");
        facts.text("basis");
        facts.instant("decidedAt");
        facts.uuids("decidedBy");
        facts.object("level").ifPresent(Level::read);
        facts.each("results", CriterionResult::read);
        facts.each("evidence", AwardEvidence::read);
        facts.each("skills", SkillShown::read);
        facts.optionalInstant("activityStart");
        facts.optionalInstant("activityEnd");
        facts.optionalInstant("validUntil");
    }

    public UUID decisionId() {
        return facts.uuid("decisionId");
    }

    public UUID personId() {
        return facts.uuid("personId");
    }

    public String achievementId() {
        return facts.text("achievementId");
    }

    public int achievementVersion() {
        return facts.integer("achievementVersion");
    }

    /** {@code rule} or {@code assessor}. */
    public String basis() {
        return facts.text("basis");
    }

    public Instant decidedAt() {
        return facts.instant("decidedAt");
    }

    public List<UUID> assessors() {
        return facts.uuids("decidedBy");
    }

    public List<String> reasons() {
        return facts.texts("reasons");
    }

    public Optional<Level> level() {
        return facts.object("level").map(Level::read);
    }

    public List<CriterionResult> results() {
        return facts.each("results", CriterionResult::read);
    }

    public List<AwardEvidence> evidence() {
        return facts.each("evidence", AwardEvidence::read);
    }

    public List<SkillShown> skills() {
        return facts.each("skills", SkillShown::read);
    }

    public Optional<Instant> activityStart() {
        return facts.optionalInstant("activityStart");
    }

    public Optional<Instant> activityEnd() {
        return facts.optionalInstant("activityEnd");
    }

    public Optional<Instant> validUntil() {
        return facts.optionalInstant("validUntil");
    }

    /** A skill that was shown, at a level. */
    public record SkillShown(String skillId, String name, int ordinal, Optional<String> levelName) {

        static SkillShown read(Facts facts) {
            return new SkillShown(
                    facts.text("skillId"),
                    facts.text("name"),
                    facts.integer("ordinal"),
                    facts.optionalText("levelName"));
        }
    }

    /** The judgement on one rubric criterion; {@code status} is {@code met}, {@code not-met} or {@code not-observed}. */
    public record CriterionResult(UUID criterionId, String status, Optional<UUID> levelId) {

        static CriterionResult read(Facts facts) {
            return new CriterionResult(facts.uuid("criterionId"), facts.text("status"), facts.optionalUuid("levelId"));
        }

        public boolean isMet() {
            return "met".equals(status);
        }
    }

    /**
     * A piece of evidence the decision rests on, without its content.
     *
     * @param digest {@code sha256:} and the lower-case hexadecimal digest of the evidence as received
     */
    public record AwardEvidence(UUID id, String kind, Optional<String> name, String digest, Detail detail) {

        static AwardEvidence read(Facts facts) {
            return new AwardEvidence(
                    facts.uuid("evidenceId"),
                    facts.text("kind"),
                    facts.optionalText("name"),
                    facts.text("digest"),
                    new Detail(facts.instant("occurredAt"), facts.text("trust"), facts.number("scaled")));
        }
    }

    /** When it happened, who stands behind it, and the scaled score where it has one. */
    public record Detail(Instant occurredAt, String trust, Optional<BigDecimal> scaled) {}
}
