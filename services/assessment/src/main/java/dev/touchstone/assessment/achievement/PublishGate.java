package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.criteria.CredentialHeld;
import dev.touchstone.assessment.criteria.Leaf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a definition must hold to be published. A version can never be mended afterwards, so nothing is let through. */
public final class PublishGate {

    private final String achievementId;
    private final Definition definition;
    private final Predicate<String> isPublished;
    private final List<Objection> objections = new ArrayList<>();

    private PublishGate(String achievementId, Definition definition, Predicate<String> isPublished) {
        this.achievementId = achievementId;
        this.definition = definition;
        this.isPublished = isPublished;
    }

    /**
     * Everything that stands against publishing; empty when nothing does.
     *
     * @param isPublished whether the organisation has an achievement of that id
     */
    public static List<Objection> objections(
            String achievementId, Definition definition, Predicate<String> isPublished) {
        PublishGate gate = new PublishGate(achievementId, definition, isPublished);
        gate.checkMeaning();
        gate.checkSkills();
        gate.objections.addAll(RubricRules.objections(definition.rubric()));
        gate.checkLevels();
        gate.checkCriteria();
        gate.checkPolicy();
        gate.checkPathway();
        return List.copyOf(gate.objections);
    }

    private void object(String pointer, String detail) {
        objections.add(new Objection(pointer, detail));
    }

    private void checkMeaning() {
        Meaning meaning = definition.meaning();
        requireWords("/name", meaning.name());
        requireWords("/description", meaning.description());
        requireWords("/criteriaNarrative", meaning.criteriaNarrative());
        String image = definition.particulars().imageId();
        if (image != null && !Addresses.isAbsolute(image)) {
            object("/imageId", Addresses.WANTED);
        }
    }

    private void requireWords(String pointer, String text) {
        if (text == null || text.isBlank()) {
            object(pointer, "Say it in words: people read this.");
        }
    }

    private void checkSkills() {
        if (definition.skills().isEmpty()) {
            object("/skills", "Name at least one skill that a holder has shown.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < definition.skills().size(); i++) {
            SkillShown skill = definition.skills().get(i);
            String pointer = "/skills/" + i;
            if (!seen.add(skill.skillId())) {
                object(pointer + "/skillId", "This skill is named twice.");
            }
            if (!Addresses.namesSkill(skill.skillId())) {
                object(pointer + "/skillId", Addresses.WANTED + " A skill of your own is <organisation>:<name>.");
            }
            if (skill.alignment() != null
                    && !Addresses.isAbsolute(skill.alignment().targetUrl())) {
                object(pointer + "/alignment/targetUrl", Addresses.WANTED);
            }
        }
    }

    private void checkLevels() {
        Set<Object> ids = new HashSet<>();
        for (int i = 0; i < definition.levels().size(); i++) {
            Level level = definition.levels().get(i);
            String pointer = "/levels/" + i;
            if (level.ordinal() != i + 1) {
                object(pointer + "/ordinal", "Order levels from 1, lowest first, without gaps.");
            }
            if (!ids.add(level.id())) {
                object(pointer + "/levelId", "This identifier is used twice.");
            }
            if (i > 0 && level.gate() == null && definition.rubric() == null) {
                object(pointer + "/gate", "Say what this level asks for: there is no rubric that would.");
            }
        }
    }

    private void checkCriteria() {
        CriteriaRules rules = new CriteriaRules(achievementId, definition.rubric(), isPublished);
        rules.check("/criteria", definition.criteria());
        for (int i = 0; i < definition.levels().size(); i++) {
            Level level = definition.levels().get(i);
            if (level.gate() != null) {
                rules.check("/levels/" + i + "/gate", level.gate());
            }
        }
        objections.addAll(rules.objections());
    }

    private void checkPolicy() {
        AwardPolicy policy = definition.policy();
        if (policy.validFor() != null
                && (policy.validFor().isZero() || policy.validFor().isNegative())) {
            object("/validFor", "An award must be valid for some time.");
        }
        if (!policy.autoAward()) {
            return;
        }
        if (policy.isDoubleMarked()) {
            object("/autoAward", "Two assessors judge it; no rule can in their place.");
        }
        if (policy.stakes() != Stakes.LOW) {
            object("/autoAward", "Where the stakes are high, people decide.");
        }
        if (definition.rubric() != null) {
            object("/autoAward", "A rubric is for people to judge by; no rule can.");
        }
        definition
                .leaves()
                .filter(leaf -> !leaf.isObjective())
                .map(Leaf::inWords)
                .distinct()
                .forEach(words -> object(
                        "/autoAward",
                        "Only objective criteria can be met by rule (a credential held, or evidence and scores with"
                                + " minTrust verified). This is not one: " + words + "."));
    }

    private void checkPathway() {
        Set<String> asked = definition
                .leaves()
                .filter(CredentialHeld.class::isInstance)
                .map(leaf -> ((CredentialHeld) leaf).achievementId())
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < definition.pathwayOf().size(); i++) {
            String part = definition.pathwayOf().get(i);
            if (!seen.add(part)) {
                object("/pathwayOf/" + i, "This part is named twice.");
            }
            if (!asked.contains(part)) {
                object("/pathwayOf/" + i, "The criteria must ask for this credential (credentialHeld).");
            }
        }
    }
}
