package dev.touchstone.issuance.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's own database, looked at and tampered with from outside. */
@ApplicationScoped
public class Database {

    private final String url;
    private final String user;
    private final String password;

    Database(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Until it is removed, whatever is written to the table for the organisation fails. */
    public AutoCloseable refusingWrites(String table, String operation, String tenant) {
        String name = "refuse_" + table + "_" + tenant.replace('-', '_');
        String row = operation.equals("delete") ? "old" : "new";
        execute("create function " + name + "() returns trigger language plpgsql as $$ begin raise exception"
                + " 'told to fail'; end $$");
        execute("create trigger " + name + " before " + operation + " on " + table + " for each row when (" + row
                + ".tenant_id = '" + tenant + "') execute function " + name + "()");
        return () -> {
            execute("drop trigger " + name + " on " + table);
            execute("drop function " + name + "()");
        };
    }

    public void execute(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column as text. */
    public List<String> texts(String sql, Object... parameters) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set touchstone.tenant = '*'");
        }
        return connection;
    }
}
