package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.InvalidIdentity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the actor of a statement: an agent has exactly one inverse functional identifier, a group one or members. */
final class ActorReader {

    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> PROPERTIES =
            Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account", "member");

    private ActorReader() {}

    /** Empty for a group, and if there was a mistake. */
    static Optional<Identity> read(Document actor) {
        actor.allowOnly(PROPERTIES);
        String type = actor.text("objectType", 20).orElse("Agent");
        long identifiers = IDENTIFIERS.stream().filter(actor::has).count();
        if (type.equals("Group")) {
            if (identifiers > 1 || (identifiers == 0 && !actor.has("member"))) {
                actor.violation("", "must have one identifier, or members");
            }
            return Optional.empty();
        }
        if (!type.equals("Agent")) {
            actor.violation("objectType", "must be Agent or Group");
            return Optional.empty();
        }
        if (identifiers != 1) {
            actor.violation("", "must have exactly one of " + IDENTIFIERS);
            return Optional.empty();
        }
        return identity(actor);
    }

    private static Optional<Identity> identity(Document actor) {
        for (String name : List.of("mbox", "mbox_sha1sum", "openid")) {
            if (actor.has(name)) {
                return actor.requiredText(name, 2000).flatMap(text -> identity(actor, name, text));
            }
        }
        return actor.requiredObject("account").flatMap(account -> {
            account.allowOnly(Set.of("homePage", "name"));
            Optional<String> homePage = account.requiredText("homePage", 2000);
            Optional<String> name = account.requiredText("name", 255);
            return homePage.flatMap(page -> name.flatMap(user -> account(account, page, user)));
        });
    }

    private static Optional<Identity> identity(Document actor, String name, String text) {
        try {
            return Optional.of(
                    switch (name) {
                        case "mbox" -> Identity.mbox(text);
                        case "mbox_sha1sum" -> Identity.mboxSha1(text);
                        default -> Identity.openid(text);
                    });
        } catch (InvalidIdentity e) {
            actor.violation(name, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Identity> account(Document account, String homePage, String name) {
        try {
            return Optional.of(Identity.account(homePage, name));
        } catch (InvalidIdentity e) {
            account.violation("homePage", e.getMessage());
            return Optional.empty();
        }
    }
}
