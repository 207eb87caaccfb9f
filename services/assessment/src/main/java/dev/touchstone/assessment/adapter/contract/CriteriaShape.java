package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.achievement.Objection;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether each node says what its {@code op} needs, and nothing that has no meaning there. */
final class CriteriaShape {

    private static final Set<String> FILTER = Set.of("actions", "activityIds", "minTrust", "maxAge", "kinds", "tags");
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "allOf", Set.of("of"),
            "anyOf", Set.of("of"),
            "atLeast", Set.of("of", "n"),
            "evidence", Set.of(),
            "score", Set.of("atLeastScaled"),
            "credentialHeld", Set.of("achievementId"),
            "rubric", Set.of("criterionId"));
    private static final Map<String, Set<String>> POSSIBLE = Map.of(
            "allOf", Set.of(),
            "anyOf", Set.of(),
            "atLeast", Set.of(),
            "evidence", Set.of("n", "distinctActivities"),
            "score", Set.of(),
            "credentialHeld", Set.of("minLevel"),
            "rubric", Set.of("minLevel"));

    private final List<Objection> objections = new ArrayList<>();

    static List<Objection> objections(String pointer, CriteriaContent content) {
        CriteriaShape shape = new CriteriaShape();
        shape.check(pointer, content);
        return shape.objections;
    }

    private void check(String pointer, CriteriaContent node) {
        Set<String> needed = NEEDED.get(node.op());
        if (needed == null) {
            object(pointer + "/op", "There is no such operator.");
            return;
        }
        boolean filters = "evidence".equals(node.op()) || "score".equals(node.op());
        fields(node).forEach((field, value) -> {
            boolean possible = needed.contains(field)
                    || POSSIBLE.get(node.op()).contains(field)
                    || (filters && FILTER.contains(field));
            if (value == null && needed.contains(field)) {
                object(pointer + "/" + field, "This field is required with " + node.op() + ".");
            } else if (value != null && !possible) {
                object(pointer + "/" + field, "This field has no meaning with " + node.op() + ".");
            }
        });
        checkPeriod(pointer, node.maxAge());
        for (int i = 0; node.of() != null && i < node.of().size(); i++) {
            check(pointer + "/of/" + i, node.of().get(i));
        }
    }

    private static Map<String, Object> fields(CriteriaContent node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("of", node.of());
        fields.put("n", node.n());
        fields.put("kinds", node.kinds());
        fields.put("actions", node.actions());
        fields.put("activityIds", node.activityIds());
        fields.put("tags", node.tags());
        fields.put("minTrust", node.minTrust());
        fields.put("maxAge", node.maxAge());
        fields.put("distinctActivities", node.distinctActivities());
        fields.put("atLeastScaled", node.atLeastScaled());
        fields.put("achievementId", node.achievementId());
        fields.put("minLevel", node.minLevel());
        fields.put("criterionId", node.criterionId());
        return fields;
    }

    private void checkPeriod(String pointer, String period) {
        try {
            if (period != null) {
                Period.parse(period);
            }
        } catch (DateTimeParseException notAPeriod) {
            object(pointer + "/maxAge", "Use years, months, weeks and days, e.g. P2Y or P6M.");
        }
    }

    private void object(String pointer, String detail) {
        objections.add(new Objection(pointer, detail));
    }
}
