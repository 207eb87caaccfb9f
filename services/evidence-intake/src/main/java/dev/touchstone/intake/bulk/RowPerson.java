package dev.touchstone.intake.bulk;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.InvalidIdentity;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** By what a row names its person. */
final class RowPerson {

    private RowPerson() {}

    static Set<Identity> read(Document row) {
        Set<Identity> person = new LinkedHashSet<>();
        read(row, "employeeNumber", 255, Identity::employeeNumber, person);
        read(row, "login", 255, Identity::login, person);
        read(row, "mbox", 327, RowPerson::mbox, person);
        row.object("account").ifPresent(account -> {
            account.allowOnly(Set.of("homePage", "name"));
            Optional<String> name = account.requiredText("name", 255);
            account.requiredText("homePage", 2000);
            name.ifPresent(
                    known -> read(account, "homePage", 2000, homePage -> Identity.account(homePage, known), person));
        });
        boolean none = !row.has("employeeNumber") && !row.has("login") && !row.has("mbox") && !row.has("account");
        if (none) {
            row.violation("", "must hold employeeNumber, login, mbox or account of the person");
        }
        return person;
    }

    private static Identity mbox(String text) {
        return text.regionMatches(true, 0, "mailto:", 0, 7) ? Identity.mbox(text) : Identity.email(text);
    }

    private static void read(
            Document row, String name, int longest, Function<String, Identity> identity, Set<Identity> person) {
        row.text(name, longest).ifPresent(text -> {
            try {
                person.add(identity.apply(text));
            } catch (InvalidIdentity e) {
                row.violation(name, e.getMessage());
            }
        });
    }
}
