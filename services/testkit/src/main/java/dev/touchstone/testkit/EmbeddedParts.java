package dev.touchstone.testkit;

import dev.touchstone.embedded.Database;
import dev.touchstone.embedded.EmbeddedKafka;
import dev.touchstone.embedded.EmbeddedMongo;
import dev.touchstone.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stack in the test's JVM and, for PostgreSQL, beside it; its data goes with it. */
final class EmbeddedParts implements StackParts {

    private final Path directory;
    private final Closing closing = new Closing();
    private final EmbeddedKafka kafka;
    private final Map<String, String> storeConfig;

    private EmbeddedParts(Path directory, String stores, String database) {
        this.directory = directory;
        // A test run that is cut short must not leave a database server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-test-stack"));
        this.kafka = closing.keep(EmbeddedKafka.start(directory.resolve("kafka"), 0, StackParts.topics()));
        this.storeConfig = switch (stores) {
            case "postgres" -> postgres(database);
            case "mongo" -> mongo();
            case "none" -> Map.of();
            default -> throw new IllegalArgumentException("stores=" + stores + " is none of postgres, mongo, none");
        };
    }

    static EmbeddedParts start(String stores, String database) {
        try {
            return new EmbeddedParts(Files.createTempDirectory("touchstone-test"), stores, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public Map<String, String> storeConfig() {
        return storeConfig;
    }

    @Override
    public void close() {
        closing.close();
        if (Files.exists(directory)) {
            deleteDirectory();
        }
    }

    private Map<String, String> postgres(String database) {
        EmbeddedPostgres server = closing.keep(EmbeddedPostgres.start(
                directory.resolve("postgres"),
                0,
                EmbeddedPostgres.Durability.NONE,
                PASSWORD,
                List.of(new Database(database, PASSWORD))));
        return StackParts.postgresConfig("localhost:" + server.port(), database);
    }

    private Map<String, String> mongo() {
        EmbeddedMongo server = closing.keep(EmbeddedMongo.startInMemory(0));
        return StackParts.mongoConfig(server.connectionString());
    }

    private void deleteDirectory() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("deleting " + directory + ": " + e);
        }
    }
}
