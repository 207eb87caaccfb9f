package dev.touchstone.intake.people;

import dev.touchstone.intake.document.Document;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads what a source says about a person: the body of the people interface and the {@code person} that a connection's
 * template produces have the same shape. A field left out changes nothing; {@code null} takes the value away.
 */
public final class PersonUpdateReader {

    private static final Set<String> FIELDS = Set.of(
            "employeeNumber",
            "login",
            "displayName",
            "email",
            "unit",
            "manager",
            "jobTitle",
            "active",
            "identities",
            "platformUserId");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,78}[a-z0-9]");

    private PersonUpdateReader() {}

    /**
     * Adds every mistake to the document; {@link Document#check()} has to follow.
     *
     * @param connectionId the connection it comes by, to which {@code platformUserId} belongs; null for people's own
     */
    public static PersonUpdate read(Document person, UUID connectionId) {
        person.allowOnly(FIELDS);
        Set<Identity> identities = new LinkedHashSet<>();
        Change<String> email = text(person, "email", 320);
        Change<String> login = text(person, "login", 255);
        Change<String> employeeNumber = text(person, "employeeNumber", 255);
        add(identities, person, "email", email.value(), Identity::ofEmail);
        add(identities, person, "login", login.value(), value -> Set.of(Identity.login(value)));
        add(
                identities,
                person,
                "employeeNumber",
                employeeNumber.value(),
                value -> Set.of(Identity.employeeNumber(value)));
        readPlatformUser(person, connectionId, identities);
        person.objects("identities", 50).forEach(item -> IdentityReader.read(item, identities));
        if (identities.isEmpty()) {
            person.violation("", "must name the person by employeeNumber, login, email or identities");
        }
        return new PersonUpdate(
                identities,
                text(person, "displayName", 200),
                email,
                login,
                employeeNumber,
                unit(person),
                manager(person),
                text(person, "jobTitle", 200),
                active(person));
    }

    private static void readPlatformUser(Document person, UUID connectionId, Set<Identity> identities) {
        person.text("platformUserId", 255).ifPresent(userId -> {
            if (connectionId == null) {
                person.violation("platformUserId", "belongs to a connection; use identities");
            } else {
                identities.add(Identity.platformUser(connectionId, userId));
            }
        });
    }

    private static Change<String> text(Document person, String name, int longest) {
        if (!person.has(name)) {
            return Change.none();
        }
        Optional<String> text = person.text(name, longest);
        return text.map(value -> Change.to(value.strip())).orElseGet(Change::removed);
    }

    private static Change<Boolean> active(Document person) {
        return person.flag("active").map(Change::to).orElseGet(Change::none);
    }

    private static Change<Unit> unit(Document person) {
        if (!person.has("unit")) {
            return Change.none();
        }
        return person.object("unit")
                .flatMap(PersonUpdateReader::unitOf)
                .map(Change::to)
                .orElseGet(Change::removed);
    }

    private static Optional<Unit> unitOf(Document unit) {
        unit.allowOnly(Set.of("unitId", "name"));
        Optional<String> unitId = unit.requiredText("unitId", 80);
        if (unitId.isPresent() && !SLUG.matcher(unitId.get()).matches()) {
            unit.violation("unitId", "must be 3 to 80 lower-case letters, digits and hyphens");
        }
        Optional<String> name = unit.requiredText("name", 200);
        return unitId.flatMap(id -> name.map(text -> new Unit(id, text)));
    }

    private static Change<Identity> manager(Document person) {
        if (!person.has("manager")) {
            return Change.none();
        }
        return person.object("manager")
                .flatMap(PersonUpdateReader::managerOf)
                .map(Change::to)
                .orElseGet(Change::removed);
    }

    private static Optional<Identity> managerOf(Document manager) {
        manager.allowOnly(Set.of("employeeNumber", "login"));
        Optional<String> number = manager.text("employeeNumber", 255);
        Optional<String> login = manager.text("login", 255);
        if (number.isPresent() == login.isPresent()) {
            manager.violation("", "must have either employeeNumber or login");
            return Optional.empty();
        }
        return number.map(Identity::employeeNumber).or(() -> login.map(Identity::login));
    }

    private static void add(
            Set<Identity> into,
            Document person,
            String name,
            String value,
            Function<String, Set<Identity>> identities) {
        if (value != null) {
            try {
                into.addAll(identities.apply(value));
            } catch (InvalidIdentity e) {
                person.violation(name, e.getMessage());
            }
        }
    }
}
