package dev.touchstone.intake.people;

import dev.touchstone.intake.document.Document;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads one further identity of a person: {@code {"kind":"account","homePage":…,"name":…}} and its like. */
final class IdentityReader {

    /** The kinds that are given as identities; employee number and login have fields of their own. */
    private static final Map<String, IdentityKind> KINDS = Map.of(
            "account", IdentityKind.ACCOUNT,
            "mbox", IdentityKind.MBOX,
            "mbox_sha1sum", IdentityKind.MBOX_SHA1SUM,
            "openid", IdentityKind.OPENID,
            "platformUser", IdentityKind.PLATFORM_USER);

    private IdentityReader() {}

    static void read(Document item, Collection<Identity> into) {
        item.allowOnly(Set.of("kind", "value", "homePage", "name", "connectionId"));
        Optional<String> kind = item.requiredText("kind", 40);
        kind.filter(word -> !KINDS.containsKey(word))
                .ifPresent(word -> item.violation("kind", "must be one of " + KINDS.keySet()));
        kind.map(KINDS::get).ifPresent(known -> read(known, item, into));
    }

    private static void read(IdentityKind kind, Document item, Collection<Identity> into) {
        if (kind == IdentityKind.ACCOUNT) {
            Optional<String> homePage = item.requiredText("homePage", 2000);
            Optional<String> name = item.requiredText("name", 255);
            if (homePage.isPresent() && name.isPresent()) {
                add(item, "homePage", into, () -> Set.of(Identity.account(homePage.get(), name.get())));
            }
            return;
        }
        if (kind == IdentityKind.PLATFORM_USER) {
            Optional<UUID> connection = item.requiredText("connectionId", 36).flatMap(text -> uuid(item, text));
            Optional<String> user = item.requiredText("value", 255);
            if (connection.isPresent() && user.isPresent()) {
                add(item, "value", into, () -> Set.of(Identity.platformUser(connection.get(), user.get())));
            }
            return;
        }
        item.requiredText("value", 2000).ifPresent(value -> add(item, "value", into, () -> simple(kind, value)));
    }

    private static Set<Identity> simple(IdentityKind kind, String value) {
        return switch (kind) {
            case MBOX -> Identity.ofEmail(value.startsWith("mailto:") ? value.substring(7) : value);
            case MBOX_SHA1SUM -> Set.of(Identity.mboxSha1(value));
            case OPENID -> Set.of(Identity.openid(value));
            case ACCOUNT, EMPLOYEE_NUMBER, LOGIN, PLATFORM_USER, DIRECTORY_USER ->
                throw new IllegalArgumentException(kind.word());
        };
    }

    private static Optional<UUID> uuid(Document item, String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            item.violation("connectionId", "must be a UUID");
            return Optional.empty();
        }
    }

    private static void add(Document item, String name, Collection<Identity> into, Supplier<Set<Identity>> identities) {
        try {
            into.addAll(identities.get());
        } catch (InvalidIdentity e) {
            item.violation(name, e.getMessage());
        }
    }
}
