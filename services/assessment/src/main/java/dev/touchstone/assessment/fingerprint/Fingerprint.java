package dev.touchstone.assessment.fingerprint;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Digest of values, so that two that say the same have the same digest, on every machine. Covers records, lists, sets,
 * maps with text keys, and whatever writes itself as text (numbers, identifiers, moments, periods, enums).
 *
 * <p>Every value is written with its kind and length ahead of it, so no two different values read alike. Sets and maps
 * are put in order first; null components of a record are left out, so a record may grow by optional components without
 * changing digests taken before. The names of record components are part of what is digested: renaming one changes them.
 */
public final class Fingerprint {

    private static final String PREFIX = "sha256:";

    private Fingerprint() {}

    /** {@code sha256:} and 64 hexadecimal digits. */
    public static String of(Object value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(write(value).getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String write(Object value) {
        if (value == null) {
            return "n;";
        }
        if (value instanceof List<?> list) {
            return block('l', list.stream().map(Fingerprint::write).toList());
        }
        if (value instanceof Set<?> set) {
            return block('s', set.stream().map(Fingerprint::write).sorted().toList());
        }
        if (value instanceof Map<?, ?> map) {
            return block('m', entries(map));
        }
        if (value instanceof Record record) {
            return block('r', components(record));
        }
        if (value instanceof Double number) {
            return text('t', String.valueOf(number.doubleValue() == 0 ? 0.0 : number));
        }
        return text('t', value.toString());
    }

    private static List<String> entries(Map<?, ?> map) {
        Map<String, String> ordered = new TreeMap<>();
        map.forEach((key, value) -> ordered.put(text('k', key.toString()), write(value)));
        return ordered.entrySet().stream()
                .map(entry -> entry.getKey() + entry.getValue())
                .toList();
    }

    private static List<String> components(Record record) {
        Map<String, String> ordered = new TreeMap<>();
        ordered.put("", text('k', record.getClass().getSimpleName()));
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(record, component);
            if (value != null) {
                ordered.put(component.getName(), text('k', component.getName()) + write(value));
            }
        }
        return List.copyOf(ordered.values());
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String block(char kind, Collection<String> parts) {
        return text(kind, String.join("", parts));
    }

    private static String text(char kind, String text) {
        return kind + String.valueOf(text.length()) + ":" + text + ";";
    }
}
