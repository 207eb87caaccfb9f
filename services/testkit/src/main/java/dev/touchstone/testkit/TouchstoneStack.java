package dev.touchstone.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * The stack a service needs, real and fresh: broker with the catalogue's topics, database, OpenID provider. Started once
 * a module (use scope GLOBAL). Arguments: {@code stores} = {@code postgres}, {@code mongo} or {@code none};
 * {@code database} = name of the service's database and role, with {@code postgres}.
 */
public class TouchstoneStack implements QuarkusTestResourceLifecycleManager {

    static final String KAFKA = "touchstone.test.kafka";
    static final String TOKENS = "touchstone.test.tokens";

    private String stores = "none";
    private String database = "";
    private StackParts parts;
    private TokenCounter tokens;

    @Override
    public void init(Map<String, String> arguments) {
        stores = arguments.getOrDefault("stores", stores);
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        parts = EmbeddedParts.start(stores, database);
        tokens = TokenCounter.open(words -> parts.token(words.get(0), words.get(1), words.subList(2, words.size())));
        System.setProperty(KAFKA, parts.bootstrapServers());
        System.setProperty(TOKENS, tokens.address().toString());
        Map<String, String> config = new HashMap<>(parts.storeConfig());
        config.put("kafka.bootstrap.servers", parts.bootstrapServers());
        config.put("quarkus.oidc.auth-server-url", parts.openIdIssuer());
        return config;
    }

    @Override
    public void stop() {
        if (tokens != null) {
            tokens.close();
        }
        if (parts != null) {
            parts.close();
        }
    }
}
