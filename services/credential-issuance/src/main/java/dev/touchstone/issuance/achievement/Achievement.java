package dev.touchstone.issuance.achievement;

import dev.touchstone.issuance.document.Facts;
import dev.touchstone.issuance.document.MissingFact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of an achievement as published: what a holder has shown and how it is judged. Immutable, so everything
 * signed about it stays true.
 */
public record Achievement(Facts facts) {

    /** @throws MissingFact when anything that a badge says is missing or malformed: better now than at every award */
    public Achievement {
        facts.text("achievementId");
        facts.integer("version");
        facts.text("name");
        facts.text("description");
        facts.text("achievementType");
        facts.text("criteriaNarrative");
        facts.each("levels", Level::read);
        facts.object("rubric").ifPresent(rubric -> rubric.each("criteria", RubricCriterion::read));
        facts.each("skills", Achievement::checkSkill);
        facts.object("criteria").ifPresent(ScoreCriterion::checkTree);
    }

    private static Facts checkSkill(Facts skill) {
        skill.text("skillId");
        skill.text("name");
        skill.object("alignment").ifPresent(alignment -> {
            alignment.text("targetName");
            alignment.text("targetUrl");
        });
        return skill;
    }

    public String id() {
        return facts.text("achievementId");
    }

    public int version() {
        return facts.integer("version");
    }

    public String name() {
        return facts.text("name");
    }

    public String description() {
        return facts.text("description");
    }

    public String type() {
        return facts.text("achievementType");
    }

    public String inLanguage() {
        return facts.optionalText("inLanguage").orElse("en");
    }

    public Optional<BigDecimal> creditsAvailable() {
        return facts.number("creditsAvailable");
    }

    /** Levels of the achievement itself, lowest first; empty where it has one level only. */
    public List<Level> levels() {
        return facts.each("levels", Level::read);
    }

    /** What assessors judge, empty where no judgement is needed. */
    public List<RubricCriterion> rubric() {
        return facts.object("rubric")
                .map(rubric -> rubric.each("criteria", RubricCriterion::read))
                .orElse(List.of());
    }

    /** The score everybody who holds the achievement has reached; empty where it cannot be told for certain. */
    public Optional<ScoreCriterion> score() {
        List<Facts> gates = facts.each("levels", level -> level.object("gate")).stream()
                .flatMap(Optional::stream)
                .toList();
        return facts.object("criteria").flatMap(criteria -> ScoreCriterion.unmistakableIn(criteria, gates));
    }

    /** A level of the achievement or of a rubric criterion. */
    public record Level(UUID id, int ordinal, String name, Optional<String> description) {
        public static Level read(Facts facts) {
            return new Level(
                    facts.uuid("levelId"),
                    facts.integer("ordinal"),
                    facts.text("name"),
                    facts.optionalText("description"));
        }
    }

    /**
     * One criterion of the rubric.
     *
     * @param requiredLevel ordinal of the lowest level that meets it
     */
    public record RubricCriterion(
            UUID id, String name, Optional<String> description, int requiredLevel, List<Level> levels) {

        static RubricCriterion read(Facts facts) {
            return new RubricCriterion(
                    facts.uuid("criterionId"),
                    facts.text("name"),
                    facts.optionalText("description"),
                    facts.integer("requiredLevel"),
                    facts.each("levels", Level::read));
        }

        public Optional<Level> level(UUID levelId) {
            return levels.stream().filter(level -> level.id().equals(levelId)).findFirst();
        }
    }
}
