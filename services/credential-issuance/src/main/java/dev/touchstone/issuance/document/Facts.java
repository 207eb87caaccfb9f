package dev.touchstone.issuance.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What an event said, kept whole and read by name: a newer producer may say more than is known here, and what it said
 * stays on record.
 */
public record Facts(Map<String, Object> members) {

    /** @throws MissingFact when the member is absent or no text */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new MissingFact(name));
    }

    public Optional<String> optionalText(String name) {
        return node(name).text().map(Facts::storable);
    }

    /** @throws MissingFact when the member is absent or no UUID */
    public UUID uuid(String name) {
        return toUuid(name, text(name));
    }

    public Optional<UUID> optionalUuid(String name) {
        return optionalText(name).map(text -> toUuid(name, text));
    }

    public List<UUID> uuids(String name) {
        return texts(name).stream().map(text -> toUuid(name, text)).toList();
    }

    /** @throws MissingFact when the member is absent or no whole number */
    public int integer(String name) {
        return optionalInteger(name).orElseThrow(() -> new MissingFact(name));
    }

    public Optional<Integer> optionalInteger(String name) {
        try {
            return node(name).number().map(BigDecimal::intValueExact);
        } catch (ArithmeticException fraction) {
            throw new MissingFact(name);
        }
    }

    public Optional<BigDecimal> number(String name) {
        return node(name).number();
    }

    /** @throws MissingFact when the member is absent or no date-time with an offset */
    public Instant instant(String name) {
        return optionalInstant(name).orElseThrow(() -> new MissingFact(name));
    }

    public Optional<Instant> optionalInstant(String name) {
        try {
            return optionalText(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException malformed) {
            throw new MissingFact(name);
        }
    }

    /** The objects of an array, each read by the function; empty when the array is absent. */
    public <T> List<T> each(String name, Function<Facts, T> read) {
        return node(name).items().stream()
                .filter(Node::isObject)
                .map(item -> read.apply(item.facts()))
                .toList();
    }

    public Optional<Facts> object(String name) {
        return Optional.of(node(name)).filter(Node::isObject).map(Node::facts);
    }

    public List<String> texts(String name) {
        return node(name).texts().stream().map(Facts::storable).toList();
    }

    /** Without the one character that no database stores. */
    private static String storable(String text) {
        return text.replace("\u0000", "");
    }

    private static UUID toUuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new MissingFact(name);
        }
    }

    private Node node(String name) {
        return new Node(members.get(name));
    }
}
