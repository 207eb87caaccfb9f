package dev.touchstone.testkit;

import java.util.List;
import java.util.Map;

/** What a stack offers, whatever it runs on. */
interface StackParts extends AutoCloseable {

    String bootstrapServers();

    String openIdIssuer();

    String token(String tenant, String login, List<String> roles);

    /** Quarkus configuration of the store. */
    Map<String, String> storeConfig();

    @Override
    void close();
}
