package dev.touchstone.intake.payload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as JSON has it, all values strings. {@code a[b][0]=x} is an object with an array in it, as PHP and BambooHR
 * write it; {@code a[]=x} goes to the end of an array, and so does a name that is repeated. At most {@value #DEEPEST}
 * levels.
 */
final class FormTree {

    private static final int DEEPEST = 16;
    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern STEP = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,3}");

    private FormTree() {}

    /** Empty if a name is both a value and an object, or goes too deep. */
    static Optional<Object> of(List<FormFields.Field> fields) {
        Map<String, Object> root = new LinkedHashMap<>();
        for (FormFields.Field field : fields) {
            List<String> steps = steps(field.name());
            if (steps.size() > DEEPEST || !put(root, steps, field.value())) {
                return Optional.empty();
            }
        }
        return Optional.of(object(root));
    }

    /** A name that is not well formed is a name like any other. */
    private static List<String> steps(String name) {
        long opened = name.chars().filter(character -> character == '[').count();
        if (opened >= DEEPEST) {
            // the pattern would go one call deeper with every one of them
            return Collections.nCopies(DEEPEST + 1, "");
        }
        Matcher whole = NAME.matcher(name);
        if (!whole.matches()) {
            return List.of(name);
        }
        List<String> steps = new ArrayList<>();
        steps.add(whole.group(1));
        Matcher step = STEP.matcher(whole.group(2));
        while (step.find()) {
            steps.add(step.group(1));
        }
        return steps;
    }

    private static boolean put(Map<String, Object> root, List<String> steps, String value) {
        Map<String, Object> place = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            String name = step.isEmpty() ? String.valueOf(place.size()) : step;
            if (!(place.computeIfAbsent(name, ignored -> new LinkedHashMap<String, Object>())
                    instanceof Map<?, ?> next)) {
                return false;
            }
            place = cast(next);
        }
        String last = steps.get(steps.size() - 1);
        String name = last.isEmpty() && steps.size() > 1 ? String.valueOf(place.size()) : last;
        Object before = place.get(name);
        if (before instanceof Map) {
            return false;
        }
        if (before instanceof Repeated repeated) {
            repeated.values().add(value);
        } else {
            place.put(name, before == null ? value : new Repeated(new ArrayList<>(List.of(before, value))));
        }
        return true;
    }

    private static Map<String, Object> object(Map<String, Object> place) {
        Map<String, Object> object = new LinkedHashMap<>();
        place.forEach((name, value) -> object.put(name, value(value)));
        return object;
    }

    private static Object value(Object value) {
        if (value instanceof Repeated repeated) {
            return List.copyOf(repeated.values());
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> object = object(cast(map));
        TreeMap<Integer, Object> array = new TreeMap<>();
        for (Map.Entry<String, Object> entry : object.entrySet()) {
            if (!INDEX.matcher(entry.getKey()).matches()) {
                return object;
            }
            array.put(Integer.parseInt(entry.getKey()), entry.getValue());
        }
        // With a gap it is an object whose names happen to be numbers.
        return array.lastKey() == array.size() - 1 ? new ArrayList<>(array.values()) : object;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    private record Repeated(List<Object> values) {}
}
