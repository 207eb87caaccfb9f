package dev.touchstone.embedded.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody and everything the provider knows. */
public final class Accounts {
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Client> clients = new LinkedHashMap<>();

    /**
     * The accounts of a provider.
     *
     * @throws IllegalArgumentException when two people share a login, or two clients an id
     */
    public Accounts(List<Person> people, List<Client> clients) {
        people.forEach(person -> put(this.people, person.login(), person));
        clients.forEach(client -> put(this.clients, client.id(), client));
    }

    Optional<Client> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    Optional<Client> client(String id, String secret) {
        return client(id).filter(client -> !client.isPublic() && same(client.secret(), secret));
    }

    Optional<Person> person(String login) {
        return Optional.ofNullable(people.get(login));
    }

    Optional<Person> person(String login, String password) {
        return person(login).filter(person -> person.password() != null && same(person.password(), password));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> void put(Map<String, T> accounts, String key, T account) {
        if (accounts.putIfAbsent(key, account) != null) {
            throw new IllegalArgumentException("'" + key + "' is there twice");
        }
    }
}
