package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contexts (1.0.3 part two, section 2.4.6), with the agents and groups that 2.0 adds. */
final class ContextRules {

    static final List<String> ACTIVITY_LISTS = List.of("parent", "grouping", "category", "other");
    private static final int MOST = 1000;
    private static final Set<String> FIELDS_1_0 = Set.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions");
    private static final Set<String> FIELDS_2_0 = Set.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions",
            "contextAgents",
            "contextGroups");

    private ContextRules() {}

    /** @param objectType of the statement's object: some properties go with activities only */
    static void check(Document context, String objectType, XapiVersion version) {
        context.allowOnly(version == XapiVersion.V2_0 ? FIELDS_2_0 : FIELDS_1_0);
        Values.uuid(context, "registration");
        context.object("instructor").ifPresent(ActorRules::actor);
        context.object("team").ifPresent(ActorRules::group);
        context.object("contextActivities").ifPresent(ContextRules::activities);
        for (String name : List.of("revision", "platform")) {
            Values.string(context, name)
                    .ifPresent(text -> Values.holds(
                            objectType.equals(ActivityRules.ACTIVITY),
                            context,
                            name,
                            "is for statements about activities only"));
        }
        Values.string(context, "language")
                .ifPresent(tag ->
                        Values.holds(Values.isLanguageTag(tag), context, "language", "is no language tag (RFC 5646)"));
        context.object("statement").ifPresent(ObjectRules::reference);
        Values.extensions(context, "extensions");
        if (version == XapiVersion.V2_0) {
            context.objects("contextAgents", MOST).forEach(ContextRules::agent);
            context.objects("contextGroups", MOST).forEach(ContextRules::group);
        }
    }

    /** One activity may stand without its array, as in versions before 1.0. */
    private static void activities(Document activities) {
        activities.allowOnly(Set.copyOf(ACTIVITY_LISTS));
        for (String name : ACTIVITY_LISTS) {
            if (activities.value(name).orElse(null) instanceof Map<?, ?>) {
                activities.object(name).ifPresent(ActivityRules::activity);
            } else {
                activities.objects(name, MOST).forEach(ActivityRules::activity);
            }
        }
    }

    private static void agent(Document contextAgent) {
        part(contextAgent, "contextAgent", "agent");
        contextAgent.requiredObject("agent").ifPresent(ActorRules::agent);
    }

    private static void group(Document contextGroup) {
        part(contextGroup, "contextGroup", "group");
        contextGroup.requiredObject("group").ifPresent(ActorRules::group);
    }

    private static void part(Document part, String objectType, String actor) {
        part.allowOnly(Set.of("objectType", actor, "relevantTypes"));
        boolean said =
                Values.string(part, "objectType").filter(objectType::equals).isPresent();
        Values.holds(said, part, "objectType", "must be " + objectType);
        if (part.has("relevantTypes")) {
            boolean types = part.value("relevantTypes").orElse(null) instanceof List<?> list
                    && !list.isEmpty()
                    && list.stream().allMatch(type -> type instanceof String text && Values.isIri(text));
            Values.holds(types, part, "relevantTypes", "must be an array of at least one IRI");
        }
    }
}
