package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.xapi.AgentReader;
import dev.touchstone.intake.xapi.Values;
import dev.touchstone.intake.xapi.XapiTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The parameters of a request, each given once, their names spelt exactly. What is not of its type is refused. */
record XapiParameters(Map<String, String> values) {

    private static final int LONGEST = 10_000;

    /** @throws ProblemException invalid, if one is given twice */
    static XapiParameters of(Map<String, List<String>> given) {
        Map<String, String> values = new LinkedHashMap<>();
        given.forEach((name, list) -> {
            if (list.size() != 1) {
                throw Query.invalid(name, "is given twice");
            }
            values.put(name, list.get(0));
        });
        return new XapiParameters(values);
    }

    /** @throws ProblemException invalid, if there is any other */
    XapiParameters only(Set<String> names) {
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw Query.invalid(name, "is not known here");
            }
            if (value.length() > LONGEST) {
                throw Query.invalid(name, "must have at most " + LONGEST + " characters");
            }
        });
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String requiredText(String name) {
        return text(name)
                .filter(text -> !text.isBlank() && text.indexOf('\0') < 0 && text.length() <= 2000)
                .orElseThrow(() -> Query.invalid(name, "is required, in at most 2000 characters"));
    }

    Optional<UUID> uuid(String name) {
        return text(name).map(text -> {
            if (!Values.isUuid(text)) {
                throw Query.invalid(name, "must be a UUID");
            }
            return UUID.fromString(text);
        });
    }

    Optional<String> iri(String name) {
        return text(name).map(text -> {
            if (!Values.isIri(text)) {
                throw Query.invalid(name, "must be an absolute IRI");
            }
            return text;
        });
    }

    Optional<Instant> time(String name) {
        // A plus sign that was not encoded has become a space.
        return text(name)
                .map(text -> XapiTime.parse(text.replaceFirst(" (?=[0-9]{2}:?[0-9]{0,2}$)", "+"))
                        .orElseThrow(() -> Query.invalid(name, "must be a time in ISO 8601")));
    }

    boolean flag(String name) {
        return text(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw Query.invalid(name, "must be true or false");
                })
                .orElse(false);
    }

    /** @throws ProblemException invalid, if it is not there or no agent */
    Map<String, Object> requiredAgent(String name) {
        return agent(name, AgentReader::agent).orElseThrow(() -> Query.invalid(name, "is required"));
    }

    Optional<Map<String, Object>> agentOrGroup(String name) {
        return agent(name, AgentReader::agentOrGroup);
    }

    private Optional<Map<String, Object>> agent(String name, Function<Object, Map<String, Object>> reader) {
        return text(name).map(text -> {
            try {
                return reader.apply(JsonValues.parse(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NotJson e) {
                throw Query.invalid(name, "must be JSON: " + e.getMessage());
            } catch (InvalidDocument e) {
                throw Problems.of(e);
            }
        });
    }
}
