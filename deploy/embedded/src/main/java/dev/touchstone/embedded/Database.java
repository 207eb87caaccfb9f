package dev.touchstone.embedded;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A database and the role that owns it. The role is no superuser and does not bypass row-level security.
 *
 * @param name of the database and of its role
 * @param password of the role
 */
public record Database(String name, String password) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Database {
        Objects.requireNonNull(password, "password");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no plain name for a database");
        }
    }
}
