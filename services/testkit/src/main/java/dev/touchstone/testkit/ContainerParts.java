package dev.touchstone.testkit;

import dev.touchstone.embedded.Database;
import dev.touchstone.embedded.DatabaseSetup;
import dev.touchstone.embedded.TopicSetup;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The stack in containers; they go with the test. */
final class ContainerParts implements StackParts {

    private final Closing closing = new Closing();
    private final KafkaContainer kafka;
    private final Map<String, String> storeConfig;

    private ContainerParts(String stores, String database) {
        this.kafka =
                closing.keep(new KafkaContainer(Images.kafka()).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"));
        kafka.start();
        TopicSetup.bringUpToDate(kafka.getBootstrapServers(), StackParts.topics());
        this.storeConfig = switch (stores) {
            case "postgres" -> postgres(database);
            case "mongo" -> mongo();
            case "none" -> Map.of();
            default -> throw new IllegalArgumentException("stores=" + stores + " is none of postgres, mongo, none");
        };
    }

    /** Starts them; fails when there is no Docker engine. */
    static ContainerParts start(String stores, String database) {
        return new ContainerParts(stores, database);
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public Map<String, String> storeConfig() {
        return storeConfig;
    }

    @Override
    public void close() {
        closing.close();
    }

    /** The container's own user is a superuser, whom row-level security does not bind; a service gets a role that it does. */
    private Map<String, String> postgres(String database) {
        PostgreSQLContainer server = closing.keep(new PostgreSQLContainer(Images.postgres()));
        server.start();
        try {
            DatabaseSetup.bringUpToDate(
                    superuser(server, server.getDatabaseName()),
                    name -> superuser(server, name),
                    List.of(new Database(database, PASSWORD)));
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database + " cannot be set up", e);
        }
        return StackParts.postgresConfig(
                server.getHost() + ":" + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }

    private static DataSource superuser(PostgreSQLContainer server, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {server.getHost()});
        source.setPortNumbers(new int[] {server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)});
        source.setDatabaseName(database);
        source.setUser(server.getUsername());
        source.setPassword(server.getPassword());
        return source;
    }

    private Map<String, String> mongo() {
        MongoDBContainer server = closing.keep(new MongoDBContainer(Images.mongo()));
        server.start();
        return StackParts.mongoConfig(server.getConnectionString());
    }
}
