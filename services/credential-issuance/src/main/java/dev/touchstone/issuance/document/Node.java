package dev.touchstone.issuance.document;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A value somewhere in a JSON document, read without fear: a missing member is an absent node, never an exception. */
public record Node(Object value) {

    public Node get(String name) {
        return new Node(value instanceof Map<?, ?> members ? members.get(name) : null);
    }

    public boolean isPresent() {
        return value != null;
    }

    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    public boolean isArray() {
        return value instanceof Collection<?>;
    }

    public Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public Optional<BigDecimal> number() {
        return value instanceof Number number ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
    }

    /** The elements of an array, or the value itself where JSON-LD allows one in place of an array; empty when absent. */
    public List<Node> items() {
        if (value instanceof Collection<?> many) {
            return many.stream().map(Node::new).toList();
        }
        return value == null ? List.of() : List.of(this);
    }

    /** The text elements of {@link #items()}. */
    public List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    public Set<?> names() {
        return value instanceof Map<?, ?> members ? members.keySet() : Set.of();
    }

    /** The {@code id} of an object, or the text itself where only the id is given. */
    public Optional<String> id() {
        return text().or(() -> get("id").text());
    }

    /** @throws IllegalStateException when this is no object */
    @SuppressWarnings("unchecked")
    public Facts facts() {
        if (!isObject()) {
            throw new IllegalStateException("not an object");
        }
        return new Facts((Map<String, Object>) value);
    }

    public boolean is(Object other) {
        return Objects.equals(value, other);
    }
}
