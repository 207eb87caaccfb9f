package dev.touchstone.local.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.embedded.openid.Accounts;
import dev.touchstone.embedded.openid.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people of the demonstration, as {@code demo/people.json} names them. They can sign in at the local OpenID provider
 * and are loaded into the services by the demonstration only.
 *
 * @param password the same for everybody; there is nothing to protect
 */
public record DemoPeople(String password, List<Organisation> organisations) {
    private static final String RESOURCE = "/demo/people.json";
    /** The client that scripts and browsers use; it has no secret. */
    public static final String CLIENT = "touchstone";

    /**
     * An organisation.
     *
     * @param tenant its slug
     */
    public record Organisation(String tenant, String name, List<Unit> units, List<Person> people) {}

    /**
     * A unit of an organisation.
     *
     * @param manager login
     */
    public record Unit(String unitId, String name, String manager) {}

    /**
     * A person.
     *
     * @param employeeNumber number at the HRIS
     * @param groups roles
     * @param manager login, null at the top
     */
    public record Person(
            String login,
            String name,
            String email,
            String employeeNumber,
            String unitId,
            String jobTitle,
            Set<String> groups,
            String manager) {
        public Optional<String> managerLogin() {
            return Optional.ofNullable(manager);
        }
    }

    public static DemoPeople load() {
        try (var json = DemoPeople.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json, DemoPeople.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody as an account of the OpenID provider. */
    public Accounts accounts() {
        var people = organisations.stream()
                .flatMap(organisation ->
                        organisation.people().stream().map(person -> account(person, organisation.tenant())))
                .toList();
        return new Accounts(people, List.of(Client.open(CLIENT)));
    }

    private dev.touchstone.embedded.openid.Person account(Person person, String tenant) {
        return new dev.touchstone.embedded.openid.Person(
                person.login(), person.name(), person.email(), tenant, person.groups(), password);
    }
}
