package dev.touchstone.testkit;

import dev.touchstone.embedded.Topic;
import dev.touchstone.embedded.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a stack offers, whatever it runs on. */
interface StackParts extends AutoCloseable {

    /** Password of every test's role; the databases hold nothing and are not reachable from elsewhere. */
    String PASSWORD = "for tests only";

    String bootstrapServers();

    /** Quarkus configuration of the store. */
    Map<String, String> storeConfig();

    @Override
    void close();

    /** The catalogue's topics, and the dead letters of the application in which the chassis tests itself. */
    static List<Topic> topics() {
        List<Topic> topics = new ArrayList<>(TopicCatalogue.load());
        topics.add(new Topic("touchstone.chassis-test.dlq", 1, Map.of("cleanup.policy", "compact")));
        return topics;
    }

    static Map<String, String> postgresConfig(String address, String database) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + address + "/" + database,
                "quarkus.datasource.reactive.url",
                "postgresql://" + address + "/" + database,
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                PASSWORD);
    }

    static Map<String, String> mongoConfig(String connectionString) {
        return Map.of("quarkus.mongodb.connection-string", connectionString);
    }
}
