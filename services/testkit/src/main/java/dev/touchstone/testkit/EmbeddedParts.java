package dev.touchstone.testkit;

import dev.touchstone.embedded.Database;
import dev.touchstone.embedded.EmbeddedKafka;
import dev.touchstone.embedded.EmbeddedMongo;
import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.embedded.Topic;
import dev.touchstone.embedded.TopicCatalogue;
import dev.touchstone.embedded.openid.Accounts;
import dev.touchstone.embedded.openid.EmbeddedOpenId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stack inside the test's JVM; its data goes with it. */
final class EmbeddedParts implements StackParts {

    private static final String PASSWORD = "for tests only";

    private final Path directory;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<String, String> storeConfig = new HashMap<>();
    private final EmbeddedKafka kafka;
    private final EmbeddedOpenId openId;

    private EmbeddedParts(Path directory, String stores, String database) {
        this.directory = directory;
        this.openId = keep(EmbeddedOpenId.start(0, new Accounts(List.of(), List.of())));
        this.kafka = keep(EmbeddedKafka.start(directory.resolve("kafka"), 0, topics()));
        switch (stores) {
            case "postgres" -> postgres(database);
            case "mongo" -> mongo();
            case "none" -> {}
            default -> throw new IllegalArgumentException("stores=" + stores + " is none of postgres, mongo, none");
        }
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
    public String openIdIssuer() {
        return openId.issuer();
    }

    @Override
    public String token(String tenant, String login, List<String> roles) {
        return openId.token(tenant, login, new HashSet<>(roles));
    }

    @Override
    public Map<String, String> storeConfig() {
        return storeConfig;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            closeQuietly(started.pop());
        }
        deleteDirectory();
    }

    private static List<Topic> topics() {
        List<Topic> topics = new ArrayList<>(TopicCatalogue.load());
        topics.add(new Topic("touchstone.chassis-test.dlq", 1, Map.of("cleanup.policy", "compact")));
        return topics;
    }

    private void postgres(String database) {
        EmbeddedPostgres server = keep(EmbeddedPostgres.start(
                directory.resolve("postgres"),
                0,
                EmbeddedPostgres.Durability.NONE,
                PASSWORD,
                List.of(new Database(database, PASSWORD))));
        storeConfig.put("quarkus.datasource.jdbc.url", server.jdbcUrl(database));
        storeConfig.put("quarkus.datasource.reactive.url", server.reactiveUrl(database));
        storeConfig.put("quarkus.datasource.username", database);
        storeConfig.put("quarkus.datasource.password", PASSWORD);
    }

    private void mongo() {
        EmbeddedMongo server = keep(EmbeddedMongo.startInMemory(0));
        storeConfig.put("quarkus.mongodb.connection-string", server.connectionString());
    }

    private <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("stopping " + part.getClass().getSimpleName() + ": " + e);
        }
    }

    private void deleteDirectory() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("deleting " + directory + ": " + e);
        }
    }
}
