package dev.touchstone.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * PostgreSQL as a child process, from binaries on the class path, on the loopback interface; every connection needs a
 * password. Runs as root and as anybody else. Data stays in the directory between starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCESS_RULES = """
            # TYPE DATABASE USER ADDRESS METHOD
            host   all      all  all     scram-sha-256
            """;

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final String superuserPassword;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, String superuserPassword) {
        this.server = server;
        this.superuserPassword = superuserPassword;
    }

    /** Whether a commit waits for the disk. Only tests can do without; they also share one copy of the binaries. */
    public enum Durability {
        FSYNC,
        NONE;

        private File binaries(Path root) {
            return this == FSYNC
                    ? root.resolve("binaries").toFile()
                    : new File(
                            System.getProperty("java.io.tmpdir"),
                            "touchstone-postgres-" + System.getProperty("user.name"));
        }
    }

    /**
     * Starts the server and returns once every database and its role exist.
     *
     * @param directory for data, log and (with {@link Durability#FSYNC}) binaries
     * @param port to listen on, 0 for any free one
     * @param superuserPassword of the role {@code postgres}; must stay the same for the same directory
     * @param databases created when missing; passwords are brought up to date
     * @throws PortTakenException when the port is taken
     * @throws IllegalStateException when another process uses the directory, or the server does not come up
     */
    public static EmbeddedPostgres start(
            Path directory, int port, Durability durability, String superuserPassword, List<Database> databases) {
        return start(directory, port, durability, Map.of(), superuserPassword, databases);
    }

    /**
     * As above.
     *
     * @param more settings of the server by name; they count more than our own, which are those of a small server
     */
    public static EmbeddedPostgres start(
            Path directory,
            int port,
            Durability durability,
            Map<String, String> more,
            String superuserPassword,
            List<Database> databases) {
        var root = directory.toAbsolutePath();
        var orphan = new Postmaster(root.resolve("data"));
        if (port != 0 && !Ports.isFree(port)) {
            orphan.stop();
        }
        var settings = settings(root, Ports.require(port, "PostgreSQL"), durability);
        more.forEach(settings::setServerConfig);
        var server = launch(root, settings.setConnectConfig("password", superuserPassword), superuserPassword, orphan);
        var postgres = new EmbeddedPostgres(server, superuserPassword);
        try {
            DatabaseSetup.bringUpToDate(postgres.dataSource("postgres"), postgres::dataSource, databases);
            return postgres;
        } catch (SQLException e) {
            postgres.close();
            throw new IllegalStateException("databases cannot be set up: " + e.getMessage(), e);
        }
    }

    /** Stops a server that an earlier, killed process has left running on the directory; does nothing when there is none. */
    public static void stopOrphan(Path directory) {
        new Postmaster(directory.toAbsolutePath().resolve("data")).stop();
    }

    /** The server that runs on the directory, whoever has started it. */
    public static Optional<ProcessHandle> process(Path directory) {
        return new Postmaster(directory.toAbsolutePath().resolve("data")).process();
    }

    public int port() {
        return server.getPort();
    }

    /** JDBC address of a database, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    /** Address of a database for the reactive client, without credentials. */
    public String reactiveUrl(String database) {
        return "postgresql://localhost:" + port() + "/" + database;
    }

    /** Checkpoints and stops the server; clients are cut off. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataSource dataSource(String database) {
        return server.getDatabase("postgres", database, Map.of("password", superuserPassword));
    }

    private static Builder settings(Path root, int port, Durability durability) {
        var onOrOff = durability == Durability.FSYNC ? "on" : "off";
        var log =
                ProcessBuilder.Redirect.appendTo(root.resolve("postgresql.log").toFile());
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(root.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(durability.binaries(root))
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("fsync", onOrOff)
                .setServerConfig("synchronous_commit", onOrOff)
                .setServerConfig("full_page_writes", onOrOff)
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("jit", "off")
                .setServerConfig("io_method", "sync")
                .setServerConfig("unix_socket_directories", "");
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(
            Path root, Builder settings, String superuserPassword, Postmaster orphan) {
        var passwordFile = root.resolve("initial-password");
        try {
            Files.createDirectories(root);
            OwnerOnly.write(passwordFile, superuserPassword);
            return settings.setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setDataDirectoryCustomizer(data -> {
                        orphan.stop();
                        setAccessRules(data.toPath());
                    })
                    .start();
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException(root + " is in use by another server of this process", e);
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start, see " + root.resolve("postgresql.log"), e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    /** The data directory is created trusting every connection; this replaces that before the server first listens. */
    private static void setAccessRules(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS_RULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
