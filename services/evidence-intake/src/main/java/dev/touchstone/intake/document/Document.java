package dev.touchstone.intake.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One JSON object while it is being read. Types are taken as they are, never converted; what is wrong is collected with
 * its pointer, so that a sender learns about every mistake at once. {@link #check()} ends the reading.
 */
public final class Document {

    private static final int MOST_VIOLATIONS = 50;

    private final Map<String, Object> fields;
    private final String pointer;
    private final List<Violation> violations;

    private Document(Map<String, Object> fields, String pointer, List<Violation> violations) {
        this.fields = fields;
        this.pointer = pointer;
        this.violations = violations;
    }

    /** @throws InvalidDocument if the value is not an object */
    public static Document of(Object value) {
        return of(value, "");
    }

    /** @param pointer where the value stands in what was sent */
    public static Document of(Object value, String pointer) {
        return at(pointer, value, new ArrayList<>())
                .orElseThrow(() -> new InvalidDocument(pointer, "must be an object"));
    }

    @SuppressWarnings("unchecked")
    private static Optional<Document> at(String pointer, Object value, List<Violation> violations) {
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Document((Map<String, Object>) map, pointer, violations));
        }
        return Optional.empty();
    }

    /** Ends the reading. @throws InvalidDocument if anything was wrong */
    public void check() {
        if (!violations.isEmpty()) {
            throw new InvalidDocument(violations);
        }
    }

    public void violation(String name, String detail) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new Violation(name.isEmpty() ? pointer : pointerTo(name), detail));
        }
    }

    /** Refuses every field but these. */
    public void allowOnly(Set<String> names) {
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                violation(name, "is not known here");
            }
        }
    }

    public Map<String, Object> fields() {
        return fields;
    }

    /** Whether the field is there, be it null. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public Optional<Object> value(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A string of 1 to {@code longest} characters that does not consist of white space only. */
    public Optional<String> text(String name, int longest) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<String> detail = wrongWithText(value, longest);
        detail.ifPresent(wrong -> violation(name, wrong));
        return detail.isPresent() ? Optional.empty() : Optional.of((String) value);
    }

    public Optional<String> requiredText(String name, int longest) {
        demand(name);
        return text(name, longest);
    }

    public Optional<Boolean> flag(String name) {
        return typed(name, Boolean.class, "must be true or false");
    }

    public Optional<Double> number(String name) {
        return typed(name, Number.class, "must be a number")
                .map(Number::doubleValue)
                .filter(number -> {
                    if (!Double.isFinite(number)) {
                        violation(name, "is out of range");
                    }
                    return Double.isFinite(number);
                });
    }

    public Optional<Document> object(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Document> object = at(pointerTo(name), value, violations);
        if (object.isEmpty()) {
            violation(name, "must be an object");
        }
        return object;
    }

    public Optional<Document> requiredObject(String name) {
        demand(name);
        return object(name);
    }

    /** Distinct strings, in their order; an absent field is an empty list. */
    public List<String> texts(String name, int most, int longest) {
        Set<String> texts = new LinkedHashSet<>();
        for (Object item : items(name, most)) {
            Optional<String> detail = wrongWithText(item, longest);
            detail.ifPresent(wrong -> violation(name, "holds an item that " + wrong));
            if (detail.isEmpty()) {
                texts.add((String) item);
            }
        }
        return List.copyOf(texts);
    }

    /** Objects, in their order; an absent field is an empty list. */
    public List<Document> objects(String name, int most) {
        List<Document> objects = new ArrayList<>();
        List<?> items = items(name, most);
        for (int index = 0; index < items.size(); index++) {
            String place = pointerTo(name) + "/" + index;
            Optional<Document> object = at(place, items.get(index), violations);
            object.ifPresent(objects::add);
            if (object.isEmpty()) {
                violation(name, "must hold objects only");
            }
        }
        return objects;
    }

    /** One of an enumeration's words. */
    public <E> Optional<E> word(String name, Map<String, E> words) {
        Optional<String> text = text(name, 100);
        Optional<E> word = text.map(words::get);
        if (text.isPresent() && word.isEmpty()) {
            violation(name, "must be one of " + words.keySet());
        }
        return word;
    }

    private List<?> items(String name, int most) {
        List<?> items = typed(name, List.class, "must be an array").orElse(List.of());
        if (items.size() > most) {
            violation(name, "must hold at most " + most + " items");
            return List.of();
        }
        return items;
    }

    private void demand(String name) {
        if (fields.get(name) == null) {
            violation(name, "is required");
        }
    }

    private <T> Optional<T> typed(String name, Class<T> type, String otherwise) {
        Object value = fields.get(name);
        if (value != null && !type.isInstance(value)) {
            violation(name, otherwise);
            return Optional.empty();
        }
        return Optional.ofNullable(type.cast(value));
    }

    private String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<String> wrongWithText(Object value, int longest) {
        if (!(value instanceof String text)) {
            return Optional.of("must be a string");
        }
        if (text.isBlank()) {
            return Optional.of("must not be empty");
        }
        if (text.length() > longest) {
            return Optional.of("must have at most " + longest + " characters");
        }
        // PostgreSQL cannot hold it, and no sender means it.
        return text.indexOf('\0') >= 0 ? Optional.of("must not hold the character U+0000") : Optional.empty();
    }
}
