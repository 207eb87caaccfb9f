package dev.touchstone.embedded.openid;

import java.util.Objects;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param login subject of the tokens, unique at the provider
 * @param tenant organisation, claim {@code tenant}
 * @param groups roles, claim {@code groups}
 * @param password for the sign-in page and the password grant
 */
public record Person(String login, String name, String email, String tenant, Set<String> groups, String password) {
    public Person {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(tenant, "tenant");
        groups = Set.copyOf(groups);
    }
}
