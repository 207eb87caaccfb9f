package dev.touchstone.embedded.openid;

import java.util.Objects;
import java.util.Set;

/**
 * A program that asks for tokens. With a secret it can act for itself (client credentials); without one it only signs
 * people in.
 *
 * @param secret null for a public client
 * @param tenant organisation it acts for, null for a public client
 * @param groups roles it acts with
 */
public record Client(String id, String secret, String tenant, Set<String> groups) {
    public Client {
        Objects.requireNonNull(id, "id");
        groups = Set.copyOf(groups);
    }

    /** A client without a secret, for browsers and scripts that sign people in. */
    public static Client open(String id) {
        return new Client(id, null, null, Set.of());
    }

    boolean isPublic() {
        return secret == null;
    }
}
