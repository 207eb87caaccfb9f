package dev.touchstone.intake.adapter.scim;

import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.AttributePathRoot;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.NotExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.OrExpressionNode;
import dev.touchstone.intake.directory.UserFilter;
import dev.touchstone.intake.directory.UserFilter.Email;
import dev.touchstone.intake.directory.UserFilter.EmailPart;
import dev.touchstone.intake.directory.UserFilter.Field;
import dev.touchstone.intake.directory.UserFilter.Operator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Filters that the library has parsed, in the words of the feature. */
final class Filters {

    private static final Map<String, Field> COMMON = Map.of(
            "id", Field.ID,
            "externalId", Field.EXTERNAL_ID,
            "displayName", Field.DISPLAY_NAME,
            "meta.created", Field.CREATED,
            "meta.lastModified", Field.CHANGED);
    static final Map<String, Field> USERS = with(Map.of(
            "userName", Field.USER_NAME,
            "name.givenName", Field.GIVEN_NAME,
            "name.familyName", Field.FAMILY_NAME,
            "title", Field.TITLE,
            "active", Field.ACTIVE,
            "employeeNumber", Field.EMPLOYEE_NUMBER,
            "department", Field.DEPARTMENT));
    static final Map<String, Field> GROUPS = with(Map.of("members.value", Field.MEMBER));

    private static final Set<Operator> TEXTUAL =
            EnumSet.of(Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH);

    private Filters() {}

    /** @param filter null for no filter */
    static UserFilter of(FilterNode filter, Map<String, Field> fields) {
        if (filter == null) {
            return new UserFilter.All();
        }
        if (filter instanceof AndExpressionNode and) {
            return UserFilter.And.of(of(and.getLeftNode(), fields), of(and.getRightNode(), fields));
        }
        if (filter instanceof OrExpressionNode or) {
            return new UserFilter.Or(of(or.getLeftNode(), fields), of(or.getRightNode(), fields));
        }
        if (filter instanceof NotExpressionNode not) {
            return new UserFilter.Not(of(not.getRightNode(), fields));
        }
        if (filter instanceof AttributePathRoot path && path.getChild() != null) {
            return of(path.getChild(), fields);
        }
        if (filter instanceof AttributeExpressionLeaf leaf) {
            return leaf(leaf, fields);
        }
        throw Refusals.invalidFilter("This kind of filter is not supported.");
    }

    private static UserFilter leaf(AttributeExpressionLeaf leaf, Map<String, Field> fields) {
        String name = leaf.getSchemaAttribute().getScimNodeName();
        Operator operator = operator(leaf);
        if (fields == USERS && (name.equals("emails.value") || name.equals("emails"))) {
            return new Email(EmailPart.VALUE, operator, text(leaf.getValue()));
        }
        if (fields == USERS && name.equals("emails.type")) {
            return new Email(EmailPart.TYPE, operator, text(leaf.getValue()));
        }
        Field field = fields.get(name);
        if (field == null || !suits(field, operator)) {
            throw Refusals.invalidFilter("This attribute cannot be filtered by in this way.");
        }
        return new UserFilter.Compare(field, operator, leaf.isNull() ? null : value(field, leaf));
    }

    /** Truth values and times are no texts, and somebody is in a group or not. */
    private static boolean suits(Field field, Operator operator) {
        return switch (field) {
            case MEMBER -> operator == Operator.EQUAL;
            case ACTIVE ->
                EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.PRESENT).contains(operator);
            case CREATED, CHANGED -> !TEXTUAL.contains(operator);
            default -> true;
        };
    }

    private static Object value(Field field, AttributeExpressionLeaf leaf) {
        return switch (field) {
            case ACTIVE -> flag(leaf);
            case CREATED, CHANGED -> time(leaf);
            default -> text(leaf.getValue());
        };
    }

    private static Boolean flag(AttributeExpressionLeaf leaf) {
        return leaf.getBooleanValue()
                .orElseThrow(() -> Refusals.invalidFilter("This attribute is true or false, without quotes."));
    }

    private static Instant time(AttributeExpressionLeaf leaf) {
        try {
            return OffsetDateTime.parse(leaf.getValue()).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Refusals.invalidFilter("This is not a time with an offset.");
        }
    }

    private static String text(String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw Refusals.invalidFilter("No value has this character.");
        }
        return value;
    }

    private static Operator operator(AttributeExpressionLeaf leaf) {
        return switch (leaf.getComparator()) {
            case EQ -> Operator.EQUAL;
            case NE -> Operator.NOT_EQUAL;
            case CO -> Operator.CONTAINS;
            case SW -> Operator.STARTS_WITH;
            case EW -> Operator.ENDS_WITH;
            case GT -> Operator.GREATER;
            case GE -> Operator.GREATER_OR_EQUAL;
            case LT -> Operator.LESS;
            case LE -> Operator.LESS_OR_EQUAL;
            case PR -> Operator.PRESENT;
        };
    }

    private static Map<String, Field> with(Map<String, Field> more) {
        Map<String, Field> all = new HashMap<>(COMMON);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
