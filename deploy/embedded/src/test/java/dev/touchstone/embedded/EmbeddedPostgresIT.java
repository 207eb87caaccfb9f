package dev.touchstone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.embedded.EmbeddedPostgres.Durability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    private static final String SUPERUSER = "super-secret";
    private static final Database INTAKE = new Database("intake", "intake-secret");
    private static final Database ASSESSMENT = new Database("assessment", "assess'ment");

    @TempDir
    private Path directory;

    /** Unpacking the binaries takes seconds, and is the same for every test. */
    @BeforeEach
    void shareBinaries() throws IOException {
        var shared =
                Path.of(System.getProperty("java.io.tmpdir"), "touchstone-postgres-" + System.getProperty("user.name"));
        Files.createSymbolicLink(directory.resolve("binaries"), Files.createDirectories(shared));
    }

    @AfterEach
    void removeLink() throws IOException {
        Files.delete(directory.resolve("binaries"));
    }

    @Test
    void keepsRowsBetweenStarts() throws Exception {
        // Given
        try (var first = start(0);
                var connection = connect(first, INTAKE)) {
            execute(connection, "create table note (text varchar)");
            execute(connection, "insert into note values ('kept')");
        }

        // When
        try (var second = start(0);
                var connection = connect(second, INTAKE)) {
            // Then
            assertThat(value(connection, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void commitsWaitForTheDisk() throws Exception {
        try (var postgres = start(0);
                var connection = connect(postgres, INTAKE)) {
            // When
            var fsync = value(connection, "show fsync");

            // Then
            assertThat(fsync).isEqualTo("on");
            assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(connection, "show server_version")).startsWith("18");
        }
    }

    @Test
    void aRoleOwnsItsDatabaseAndNothingElse() throws Exception {
        try (var postgres = start(0);
                var connection = connect(postgres, ASSESSMENT)) {
            // When
            var powers = value(
                    connection,
                    "select concat(rolsuper, rolbypassrls, rolcreatedb, rolcreaterole) from pg_roles where rolname = current_user");

            // Then
            assertThat(powers).isEqualTo("ffff");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            postgres.jdbcUrl("intake"), ASSESSMENT.name(), ASSESSMENT.password()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void asksForAPassword() {
        try (var postgres = start(0)) {
            // When
            var connecting = assertThatThrownBy(
                    () -> DriverManager.getConnection(postgres.jdbcUrl("intake"), "intake", "guess"));

            // Then
            connecting.isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void takesOverFromAServerThatAKilledProcessHasLeft() throws Exception {
        // Given
        var port = Ports.free();
        var leftBehind = start(port);
        // The library's lock goes with the JVM that held it; the server it started does not.
        releaseLock(leftBehind);

        // When
        try (var postgres = start(port);
                var connection = connect(postgres, INTAKE)) {
            // Then
            assertThat(value(connection, "select current_user")).isEqualTo("intake");
        }
    }

    @Test
    void startsOverAStalePidFile() throws Exception {
        // Given
        start(0).close();
        var pidFile = directory.resolve("data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + directory.resolve("data") + "\n1\n5432\n");

        // When
        try (var postgres = start(0);
                var connection = connect(postgres, INTAKE)) {
            // Then
            assertThat(value(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void namesATakenPort() throws Exception {
        // Given
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var start = assertThatThrownBy(() -> start(other.getLocalPort()));

            // Then
            start.isInstanceOf(PortTakenException.class).hasMessageContaining("PostgreSQL");
        }
    }

    private EmbeddedPostgres start(int port) {
        return EmbeddedPostgres.start(directory, port, Durability.FSYNC, SUPERUSER, List.of(INTAKE, ASSESSMENT));
    }

    private static void releaseLock(EmbeddedPostgres postgres) throws Exception {
        var server = EmbeddedPostgres.class.getDeclaredField("server");
        server.setAccessible(true);
        var library = server.get(postgres);
        var lock = library.getClass().getDeclaredField("lock");
        lock.setAccessible(true);
        ((FileLock) lock.get(library)).release();
    }

    private static Connection connect(EmbeddedPostgres postgres, Database database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database.name()), database.name(), database.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
