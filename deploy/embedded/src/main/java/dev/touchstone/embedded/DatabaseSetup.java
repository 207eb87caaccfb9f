package dev.touchstone.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Makes the server's databases and roles be what the services need. */
public final class DatabaseSetup {
    private DatabaseSetup() {}

    /**
     * Creates missing databases and roles, and sets every role's password and limits.
     *
     * @param server as superuser, any database
     * @param byName as superuser, the database of that name
     */
    public static void bringUpToDate(DataSource server, Function<String, DataSource> byName, List<Database> databases)
            throws SQLException {
        try (var connection = server.getConnection()) {
            for (var database : databases) {
                role(connection, database);
                database(connection, database);
            }
        }
        for (var database : databases) {
            try (var connection = byName.apply(database.name()).getConnection()) {
                execute(connection, "revoke all on schema public from public");
            }
        }
    }

    private static void role(Connection connection, Database database) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", database.name())) {
            execute(connection, "create role " + database.name());
        }
        execute(
                connection,
                "alter role " + database.name()
                        + " with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password "
                        + literal(database.password()));
    }

    private static void database(Connection connection, Database database) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", database.name())) {
            execute(connection, "create database " + database.name() + " owner " + database.name());
        }
        execute(connection, "revoke connect, temporary on database " + database.name() + " from public");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
