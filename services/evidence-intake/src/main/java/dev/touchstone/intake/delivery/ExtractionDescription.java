package dev.touchstone.intake.delivery;

import dev.touchstone.intake.evidence.Basis;
import dev.touchstone.intake.evidence.EvidenceDraft;
import dev.touchstone.intake.evidence.EvidenceFacts;
import dev.touchstone.intake.evidence.Result;
import dev.touchstone.intake.people.Change;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.PersonUpdate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was made of a payload, as JSON that a person compares with the payload beside it. It holds personal data: it is
 * for those who may see the payload itself.
 */
public final class ExtractionDescription {

    private ExtractionDescription() {}

    /** Evidence in the order of the template, without what the source did not give. */
    public static Map<String, Object> evidence(EvidenceDraft draft) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("person", identities(draft.subject()));
        described.putAll(facts(draft.facts()));
        return described;
    }

    /** Evidence without its person, so that it can be compared with evidence whose person has been found. */
    public static Map<String, Object> facts(EvidenceFacts facts) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("kind", facts.kind().word());
        described.put("action", facts.action().word());
        Map<String, Object> activity = new LinkedHashMap<>();
        activity.put("id", facts.activity().id());
        put(activity, "alternateIds", facts.activity().alternateIds());
        put(activity, "type", facts.activity().type());
        put(activity, "name", facts.activity().name());
        described.put("activity", activity);
        put(described, "result", result(facts.result()));
        described.put("occurredAt", facts.occurredAt().toString());
        put(described, "tags", facts.tags());
        put(
                described,
                "basis",
                Optional.ofNullable(facts.basis()).map(Basis::word).orElse(null));
        return described;
    }

    /** A change of a person; an attribute that would be taken away is null. */
    public static Map<String, Object> person(PersonUpdate update) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("person", identities(update.identities()));
        change(described, "displayName", update.displayName());
        change(described, "email", update.email());
        change(described, "login", update.login());
        change(described, "employeeNumber", update.employeeNumber());
        if (update.unit().stated()) {
            described.put("unit", unit(update));
        }
        if (update.manager().stated()) {
            Identity manager = update.manager().value();
            described.put("manager", manager == null ? null : label(manager));
        }
        change(described, "jobTitle", update.jobTitle());
        change(described, "active", update.active());
        return described;
    }

    private static Map<String, Object> unit(PersonUpdate update) {
        return Optional.ofNullable(update.unit().value())
                .map(unit -> Map.<String, Object>of("unitId", unit.unitId(), "name", unit.name()))
                .orElse(null);
    }

    private static List<String> identities(Collection<Identity> identities) {
        return identities.stream().sorted().map(ExtractionDescription::label).toList();
    }

    private static String label(Identity identity) {
        return identity.kind().word() + " " + identity.value();
    }

    private static Map<String, Object> result(Result result) {
        Map<String, Object> described = new LinkedHashMap<>();
        put(described, "scaled", result.scaled());
        put(described, "raw", result.raw());
        put(described, "min", result.min());
        put(described, "max", result.max());
        put(described, "success", result.success());
        put(described, "completion", result.completion());
        put(described, "durationSeconds", result.durationSeconds());
        return described;
    }

    private static void change(Map<String, Object> into, String name, Change<?> change) {
        if (change.stated()) {
            into.put(name, change.value());
        }
    }

    private static void put(Map<String, Object> into, String name, Object value) {
        boolean empty = value == null
                || value instanceof Collection<?> items && items.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            into.put(name, value);
        }
    }
}
