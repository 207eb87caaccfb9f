package dev.touchstone.intake.support;

import dev.touchstone.testkit.TouchstoneStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The stack with a gate before the database and one before the broker, so that either can be taken away. */
public class GatedStack extends TouchstoneStack {

    public static final String DATABASE = "database";
    private static final String JDBC = "quarkus.datasource.jdbc.url";
    private static final String REACTIVE = "quarkus.datasource.reactive.url";

    private Gate database;

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        URI server = URI.create(config.get(JDBC).substring("jdbc:".length()));
        try {
            database = Gate.open(DATABASE, server.getHost(), server.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String url : new String[] {JDBC, REACTIVE}) {
            config.computeIfPresent(url, (name, value) -> value.replace(":" + server.getPort(), ":" + database.port()));
        }
        return config;
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        super.stop();
    }
}
