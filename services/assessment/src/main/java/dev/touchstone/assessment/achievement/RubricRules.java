package dev.touchstone.assessment.achievement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a rubric must hold to be published. */
final class RubricRules {

    private RubricRules() {}

    static List<Objection> objections(Rubric rubric) {
        List<Objection> objections = new ArrayList<>();
        if (rubric == null) {
            return objections;
        }
        if (rubric.criteria().isEmpty()) {
            objections.add(new Objection("/rubric/criteria", "A rubric needs at least one criterion."));
        }
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < rubric.criteria().size(); i++) {
            RubricCriterion criterion = rubric.criteria().get(i);
            String pointer = "/rubric/criteria/" + i;
            if (!ids.add(criterion.id())) {
                objections.add(new Objection(pointer + "/criterionId", "This identifier is used twice."));
            }
            if (criterion.levels().isEmpty()) {
                objections.add(new Objection(pointer + "/levels", "A criterion needs at least one level."));
            } else if (criterion.requiredLevel() > criterion.top()) {
                objections.add(new Objection(pointer + "/requiredLevel", "The criterion has no such level."));
            }
            checkLevels(pointer, criterion, ids, objections);
        }
        return objections;
    }

    private static void checkLevels(
            String pointer, RubricCriterion criterion, Set<UUID> ids, List<Objection> objections) {
        for (int i = 0; i < criterion.levels().size(); i++) {
            RubricLevel level = criterion.levels().get(i);
            if (level.ordinal() != i + 1) {
                objections.add(new Objection(
                        pointer + "/levels/" + i + "/ordinal", "Order levels from 1, lowest first, without gaps."));
            }
            if (!ids.add(level.id())) {
                objections.add(new Objection(pointer + "/levels/" + i + "/levelId", "This identifier is used twice."));
            }
        }
    }
}
