package dev.touchstone.intake.directory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user of an organisation's directory, as far as it says something about a person: what SCIM calls a User (RFC 7643
 * section 4.1) without that of which nothing is made here.
 *
 * @param userName unique within the directory, whatever its case
 * @param externalId the directory's own id of it; may be null
 * @param active false once the person has left
 * @param employeeNumber of the enterprise extension (RFC 7643 section 4.3), as are department and manager
 * @param managerId the id of another user of the same directory
 * @param login of our own extension; may be null
 */
public record DirectoryUser(
        String userName,
        String externalId,
        String givenName,
        String familyName,
        String formattedName,
        String displayName,
        String title,
        boolean active,
        List<DirectoryEmail> emails,
        String employeeNumber,
        String department,
        String managerId,
        String login) {

    public DirectoryUser {
        emails = emails == null ? List.of() : List.copyOf(emails);
    }

    /** The name that people read: the first of those that directories fill. */
    public String shownName() {
        String joined = String.join(
                " ", Stream.of(givenName, familyName).filter(Objects::nonNull).toList());
        return Stream.of(displayName, formattedName, joined, userName)
                .filter(name -> name != null && !name.isBlank())
                .map(String::strip)
                .findFirst()
                .orElseThrow();
    }

    /** The address to write to: the primary one, else one for work, else any. */
    public Optional<String> email() {
        return emails.stream()
                .filter(DirectoryEmail::primary)
                .findFirst()
                .or(() -> emails.stream()
                        .filter(email -> "work".equalsIgnoreCase(email.type()))
                        .findFirst())
                .or(() -> emails.stream().findFirst())
                .map(DirectoryEmail::value);
    }

    /**
     * This user with what was changed from one state to the other, and nothing else: two changes of different attributes
     * at the same time do not undo each other.
     */
    public DirectoryUser with(DirectoryUser before, DirectoryUser after) {
        return new DirectoryUser(
                changed(before.userName, after.userName, userName),
                changed(before.externalId, after.externalId, externalId),
                changed(before.givenName, after.givenName, givenName),
                changed(before.familyName, after.familyName, familyName),
                changed(before.formattedName, after.formattedName, formattedName),
                changed(before.displayName, after.displayName, displayName),
                changed(before.title, after.title, title),
                changed(before.active, after.active, active),
                changed(before.emails, after.emails, emails),
                changed(before.employeeNumber, after.employeeNumber, employeeNumber),
                changed(before.department, after.department, department),
                changed(before.managerId, after.managerId, managerId),
                changed(before.login, after.login, login));
    }

    /** The same, at work or not. */
    public DirectoryUser active(boolean isActive) {
        return new DirectoryUser(
                userName,
                externalId,
                givenName,
                familyName,
                formattedName,
                displayName,
                title,
                isActive,
                emails,
                employeeNumber,
                department,
                managerId,
                login);
    }

    private static <T> T changed(T before, T after, T current) {
        return Objects.equals(before, after) ? current : after;
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
        return "user";
    }
}
