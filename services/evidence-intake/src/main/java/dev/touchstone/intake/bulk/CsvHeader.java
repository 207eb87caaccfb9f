package dev.touchstone.intake.bulk;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a file: their names are those of fields, with a dot where a field lies within another. */
public final class CsvHeader {

    private static final Set<String> COLUMNS = columns();
    private static final String KNOWN = String.join(", ", new TreeSet<>(COLUMNS));

    private final List<String> columns;

    /** @throws InvalidDocument naming the columns that are unknown or given twice */
    public CsvHeader(List<String> names) {
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        this.columns = names.stream().map(String::strip).toList();
        for (int index = 0; index < columns.size(); index++) {
            String place = "/columns/" + index;
            if (!COLUMNS.contains(columns.get(index))) {
                violations.add(new Violation(place, "is no column that is known; known are " + KNOWN));
            } else if (!seen.add(columns.get(index))) {
                violations.add(new Violation(place, "is given twice"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidDocument(violations.subList(0, Math.min(50, violations.size())));
        }
    }

    /** The separator that the first line is written with: spreadsheets of many countries write semicolons. */
    public static char separator(String firstLine) {
        long semicolons =
                firstLine.chars().filter(character -> character == ';').count();
        long commas = firstLine.chars().filter(character -> character == ',').count();
        return semicolons > commas ? ';' : ',';
    }

    /**
     * The fields of a row; what is empty is not there.
     *
     * @throws InvalidDocument if it has more or fewer values than there are columns
     */
    public Map<String, Object> fields(List<String> values) {
        if (values.size() != columns.size()) {
            throw new InvalidDocument(
                    "", "has " + values.size() + " values, but there are " + columns.size() + " columns");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int index = 0; index < values.size(); index++) {
            if (!values.get(index).isBlank()) {
                put(fields, columns.get(index), values.get(index));
            }
        }
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> fields, String column, String value) {
        int dot = column.indexOf('.');
        if (dot > 0) {
            Map<String, Object> within = (Map<String, Object>)
                    fields.computeIfAbsent(column.substring(0, dot), name -> new LinkedHashMap<>());
            within.put(column.substring(dot + 1), value);
        } else {
            fields.put(column, typed(column, value));
        }
    }

    /** A number that is none stays text, and is refused as such where the row is read. */
    private static Object typed(String column, String value) {
        if (column.equals("tags")) {
            return Arrays.stream(value.split("\\|"))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .toList();
        }
        try {
            return column.equals("scaled") ? (Object) Double.valueOf(value.strip()) : value;
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static Set<String> columns() {
        Set<String> columns = new HashSet<>(ImportedRow.FIELDS);
        columns.removeAll(Set.of("account", "claim"));
        columns.addAll(Set.of("account.homePage", "account.name", "claim.achievementId"));
        return columns;
    }
}
