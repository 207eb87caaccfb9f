package dev.touchstone.intake.directory;

/** Which users or groups are asked for (RFC 7644 section 3.4.2.2). */
public sealed interface UserFilter {

    /** What can be asked for. */
    enum Field {
        ID,
        USER_NAME,
        EXTERNAL_ID,
        DISPLAY_NAME,
        GIVEN_NAME,
        FAMILY_NAME,
        TITLE,
        ACTIVE,
        EMPLOYEE_NUMBER,
        DEPARTMENT,
        CREATED,
        CHANGED,
        MEMBER
    }

    /** Component of an e-mail address. */
    enum EmailPart {
        VALUE,
        TYPE
    }

    /** How a value is compared. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        PRESENT
    }

    /** Everybody. */
    record All() implements UserFilter {}

    /** @param value a string, a Boolean or an Instant; null where the operator needs none */
    record Compare(Field field, Operator operator, Object value) implements UserFilter {}

    /** Some address fits. */
    record Email(EmailPart part, Operator operator, String value) implements UserFilter {}

    /** One and the same address fits both. */
    record SameEmail(Email first, Email second) implements UserFilter {}

    record And(UserFilter left, UserFilter right) implements UserFilter {

        /** Two conditions on addresses are meant of one address. */
        public static UserFilter of(UserFilter left, UserFilter right) {
            return left instanceof Email first && right instanceof Email second
                    ? new SameEmail(first, second)
                    : new And(left, right);
        }
    }

    record Or(UserFilter left, UserFilter right) implements UserFilter {}

    record Not(UserFilter filter) implements UserFilter {}
}
