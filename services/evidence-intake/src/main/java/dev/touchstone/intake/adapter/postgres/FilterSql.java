package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.directory.UserFilter;
import dev.touchstone.intake.directory.UserFilter.All;
import dev.touchstone.intake.directory.UserFilter.And;
import dev.touchstone.intake.directory.UserFilter.Compare;
import dev.touchstone.intake.directory.UserFilter.Email;
import dev.touchstone.intake.directory.UserFilter.EmailPart;
import dev.touchstone.intake.directory.UserFilter.Field;
import dev.touchstone.intake.directory.UserFilter.Not;
import dev.touchstone.intake.directory.UserFilter.Operator;
import dev.touchstone.intake.directory.UserFilter.Or;
import dev.touchstone.intake.directory.UserFilter.SameEmail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A filter as a condition. Values become parameters, never part of the statement. */
final class FilterSql {

    private static final Set<Field> EXACT = Set.of(Field.EXTERNAL_ID, Field.ID, Field.MEMBER);

    private final Map<Field, String> columns;
    private final int first;
    private final List<Object> parameters = new ArrayList<>();

    /**
     * @param columns what can be asked for, and where it is; texts in lower case unless their case matters
     * @param first number of the first parameter
     */
    FilterSql(Map<Field, String> columns, int first) {
        this.columns = columns;
        this.first = first;
    }

    List<Object> parameters() {
        return parameters;
    }

    /** @throws IllegalArgumentException for a field that these rows do not have */
    String condition(UserFilter filter) {
        if (filter instanceof All) {
            return "true";
        }
        if (filter instanceof And and) {
            return "(" + condition(and.left()) + " and " + condition(and.right()) + ")";
        }
        if (filter instanceof Or or) {
            return "(" + condition(or.left()) + " or " + condition(or.right()) + ")";
        }
        if (filter instanceof Not not) {
            return "not " + condition(not.filter());
        }
        if (filter instanceof Email email) {
            return anyEmail(email(email));
        }
        if (filter instanceof SameEmail same) {
            return anyEmail(email(same.first()) + " and " + email(same.second()));
        }
        return compare((Compare) filter);
    }

    private static String anyEmail(String condition) {
        return "exists (select 1 from jsonb_array_elements(u.document->'emails') as e(email) where " + condition + ")";
    }

    private String email(Email email) {
        String column = "lower(e.email->>'" + (email.part() == EmailPart.VALUE ? "value" : "type") + "')";
        String value = email.value() == null ? null : email.value().toLowerCase(Locale.ROOT);
        return definite(compare(column, email.operator(), value, "text"));
    }

    private String compare(Compare compare) {
        String column = columns.get(compare.field());
        if (column == null) {
            throw new IllegalArgumentException(compare.field().name());
        }
        Object value = compare.value();
        if (compare.field() == Field.ID && compare.operator() == Operator.EQUAL) {
            return isUuid(value) ? column + " = cast(" + parameter(value) + " as uuid)" : "false";
        }
        if (compare.field() == Field.MEMBER) {
            return member(column, compare);
        }
        if (value instanceof Instant instant) {
            return definite(compare(column, compare.operator(), Sql.time(instant), "timestamptz"));
        }
        if (value instanceof Boolean) {
            return definite(compare(column, compare.operator(), value, "boolean"));
        }
        String text = value == null ? null : value.toString();
        boolean exact = EXACT.contains(compare.field()) || text == null;
        return definite(compare(
                compare.field() == Field.ID ? "cast(" + column + " as text)" : column,
                compare.operator(),
                exact ? text : text.toLowerCase(Locale.ROOT),
                "text"));
    }

    private String member(String column, Compare compare) {
        if (compare.operator() != Operator.EQUAL) {
            throw new IllegalArgumentException(compare.field().name());
        }
        return isUuid(compare.value())
                ? "exists (select 1 from directory_member m where m.group_id = " + column + " and m.user_id = cast("
                        + parameter(compare.value()) + " as uuid))"
                : "false";
    }

    private String compare(String column, Operator operator, Object value, String type) {
        return switch (operator) {
            case PRESENT -> column + " is not null";
            case EQUAL -> value == null ? column + " is null" : column + " = " + cast(value, type);
            case NOT_EQUAL ->
                value == null ? column + " is not null" : column + " is distinct from " + cast(value, type);
            case CONTAINS -> "position(" + cast(value, type) + " in " + column + ") > 0";
            case STARTS_WITH -> "starts_with(" + column + ", " + cast(value, type) + ")";
            case ENDS_WITH -> "right(" + column + ", length(" + cast(value, type) + ")) = " + last(type);
            case GREATER -> column + " > " + cast(value, type);
            case GREATER_OR_EQUAL -> column + " >= " + cast(value, type);
            case LESS -> column + " < " + cast(value, type);
            case LESS_OR_EQUAL -> column + " <= " + cast(value, type);
        };
    }

    private String cast(Object value, String type) {
        return "cast(" + parameter(value) + " as " + type + ")";
    }

    private String last(String type) {
        return "cast(?" + (first + parameters.size() - 1) + " as " + type + ")";
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + (first + parameters.size() - 1);
    }

    /** What is absent fits nothing, and so its negation fits. */
    private static String definite(String condition) {
        return "coalesce(" + condition + ", false)";
    }

    private static boolean isUuid(Object value) {
        try {
            return value != null && UUID.fromString(value.toString()) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
