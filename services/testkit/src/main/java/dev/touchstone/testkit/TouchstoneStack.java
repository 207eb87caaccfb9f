package dev.touchstone.testkit;

import dev.touchstone.embedded.openid.Accounts;
import dev.touchstone.embedded.openid.EmbeddedOpenId;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The stack a service needs, real and fresh: broker with the catalogue's topics, database, OpenID provider. Started once
 * a module (use scope GLOBAL). Arguments: {@code stores} = {@code postgres}, {@code mongo} or {@code none};
 * {@code database} = name of the service's database and role, with {@code postgres}.
 *
 * <p>Broker and database run in this JVM and beside it; with {@code -Dtouchstone.stack=containers} they are the images
 * of {@code touchstone-images.properties}, for which a Docker engine has to be there. The OpenID provider is the
 * embedded one in both: no other makes tokens for people who do not exist.
 */
public class TouchstoneStack implements QuarkusTestResourceLifecycleManager {

    static final String KAFKA = "touchstone.test.kafka";
    static final String TOKENS = "touchstone.test.tokens";

    private String stores = "none";
    private String database = "";
    private StackParts parts;
    private EmbeddedOpenId openId;
    private TokenCounter tokens;

    @Override
    public void init(Map<String, String> arguments) {
        stores = arguments.getOrDefault("stores", stores);
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        openId = EmbeddedOpenId.start(0, new Accounts(List.of(), List.of()));
        tokens = TokenCounter.open(
                words -> openId.token(words.get(0), words.get(1), new HashSet<>(words.subList(2, words.size()))));
        parts = parts(System.getProperty("touchstone.stack", "embedded"));
        System.setProperty(KAFKA, parts.bootstrapServers());
        System.setProperty(TOKENS, tokens.address().toString());
        Map<String, String> config = new HashMap<>(parts.storeConfig());
        config.put("kafka.bootstrap.servers", parts.bootstrapServers());
        config.put("quarkus.oidc.auth-server-url", openId.issuer());
        return config;
    }

    private StackParts parts(String stack) {
        return switch (stack) {
            case "embedded" -> EmbeddedParts.start(stores, database);
            case "containers" -> ContainerParts.start(stores, database);
            default ->
                throw new IllegalArgumentException("touchstone.stack=" + stack + " is neither embedded nor containers");
        };
    }

    @Override
    public void stop() {
        if (tokens != null) {
            tokens.close();
        }
        if (openId != null) {
            openId.close();
        }
        if (parts != null) {
            parts.close();
        }
    }
}
