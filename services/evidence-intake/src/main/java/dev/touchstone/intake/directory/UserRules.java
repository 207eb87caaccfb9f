package dev.touchstone.intake.directory;

import java.util.List;

/** What a user must keep to, so that something can be made of it. */
public final class UserRules {

    private static final int LONGEST_ID = 255;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 320;
    private static final int MOST_EMAILS = 20;

    private UserRules() {}

    /** @throws InvalidUser naming the first attribute that is wrong */
    public static void check(DirectoryUser user) {
        if (user.userName() == null || user.userName().isBlank()) {
            throw new InvalidUser("userName", "is required");
        }
        bound("userName", user.userName(), LONGEST_ID);
        bound("externalId", user.externalId(), LONGEST_ID);
        bound("name.givenName", user.givenName(), LONGEST_NAME);
        bound("name.familyName", user.familyName(), LONGEST_NAME);
        bound("name.formatted", user.formattedName(), LONGEST_NAME);
        bound("displayName", user.displayName(), LONGEST_NAME);
        bound("displayName", user.shownName(), LONGEST_NAME);
        bound("title", user.title(), LONGEST_NAME);
        bound("employeeNumber", user.employeeNumber(), LONGEST_ID);
        bound("department", user.department(), LONGEST_NAME);
        bound("login", user.login(), LONGEST_ID);
        emails(user.emails());
    }

    private static void emails(List<DirectoryEmail> emails) {
        if (emails.size() > MOST_EMAILS) {
            throw new InvalidUser("emails", "must have at most " + MOST_EMAILS + " values");
        }
        for (DirectoryEmail email : emails) {
            if (email.value() == null || email.value().isBlank()) {
                throw new InvalidUser("emails.value", "is required");
            }
            bound("emails.value", email.value(), LONGEST_ADDRESS);
            bound("emails.type", email.type(), LONGEST_NAME);
        }
    }

    static void bound(String attribute, String value, int longest) {
        if (value != null && value.length() > longest) {
            throw new InvalidUser(attribute, "must have at most " + longest + " characters");
        }
    }
}
