package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Activities and their definitions, those of interactions included (1.0.3 part two, section 2.4.4.1). */
final class ActivityRules {

    static final String ACTIVITY = "Activity";
    private static final int MOST_COMPONENTS = 1000;
    private static final Set<String> COMPONENTS = Set.of("choices", "scale", "source", "target", "steps");
    private static final Map<String, Set<String>> INTERACTIONS = Map.of(
            "true-false", Set.of(),
            "choice", Set.of("choices"),
            "fill-in", Set.of(),
            "long-fill-in", Set.of(),
            "matching", Set.of("source", "target"),
            "performance", Set.of("steps"),
            "sequencing", Set.of("choices"),
            "likert", Set.of("scale"),
            "numeric", Set.of(),
            "other", Set.of());
    private static final Set<String> FIELDS = Set.of(
            "name",
            "description",
            "type",
            "moreInfo",
            "extensions",
            "interactionType",
            "correctResponsesPattern",
            "choices",
            "scale",
            "source",
            "target",
            "steps");

    private ActivityRules() {}

    /** The id of the activity; empty if there was a mistake in it. */
    static Optional<String> activity(Document activity) {
        activity.allowOnly(Set.of("objectType", "id", "definition"));
        Values.holds(
                !activity.has("objectType")
                        || Values.string(activity, "objectType")
                                .filter(ACTIVITY::equals)
                                .isPresent(),
                activity,
                "objectType",
                "must be Activity");
        activity.object("definition").ifPresent(ActivityRules::definition);
        return Values.requiredIri(activity, "id");
    }

    private static void definition(Document definition) {
        definition.allowOnly(FIELDS);
        Values.languageMap(definition, "name");
        Values.languageMap(definition, "description");
        Values.iri(definition, "type");
        Values.iri(definition, "moreInfo");
        Values.extensions(definition, "extensions");
        interaction(definition);
    }

    private static void interaction(Document definition) {
        Optional<String> type = Values.string(definition, "interactionType");
        if (type.isPresent() && !INTERACTIONS.containsKey(type.get())) {
            definition.violation(
                    "interactionType",
                    "must be one of " + INTERACTIONS.keySet().stream().sorted().toList());
        }
        Set<String> allowed = INTERACTIONS.getOrDefault(type.orElse(""), Set.of());
        for (String name : COMPONENTS) {
            if (definition.has(name)) {
                Values.holds(allowed.contains(name), definition, name, "does not belong to this interactionType");
                components(definition, name);
            }
        }
        if (definition.has("correctResponsesPattern")) {
            Values.holds(type.isPresent(), definition, "interactionType", "is required beside correctResponsesPattern");
            boolean strings = definition.value("correctResponsesPattern").orElse(null) instanceof List<?> patterns
                    && patterns.stream().allMatch(String.class::isInstance);
            Values.holds(strings, definition, "correctResponsesPattern", "must be an array of strings");
        }
    }

    private static void components(Document definition, String name) {
        Set<String> ids = new HashSet<>();
        for (Document component : definition.objects(name, MOST_COMPONENTS)) {
            component.allowOnly(Set.of("id", "description"));
            Values.require(component, "id");
            Values.string(component, "id")
                    .ifPresent(id -> Values.holds(ids.add(id), component, "id", "stands twice in the list"));
            Values.languageMap(component, "description");
        }
    }
}
