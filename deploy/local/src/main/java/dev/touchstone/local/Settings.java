package dev.touchstone.local;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the environment says about how to run. */
public final class Settings {
    private static final String MONGODB_URI = "MONGODB_URI";
    private static final String SERVICE_JAVA_OPTIONS = "TOUCHSTONE_SERVICE_JAVA_OPTIONS";
    private static final String POSTGRESQL_SETTINGS = "TOUCHSTONE_POSTGRESQL_SETTINGS";

    private final Map<String, String> environment;

    /** Reads these variables; those of the process are {@code System.getenv()}. */
    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Where a port of the system is.
     *
     * @throws UserError when its variable holds no port
     */
    public int port(Port port) {
        return text(port.variable()).map(text -> parse(port, text)).orElse(port.usual());
    }

    /** Address of a server behind a port. */
    public String http(Port port) {
        return "http://localhost:" + port(port);
    }

    /** A MongoDB that is not ours to start. */
    public Optional<String> externalMongo() {
        return text(MONGODB_URI);
    }

    /** The MongoDB to use. */
    public String mongo() {
        return externalMongo().orElseGet(() -> "mongodb://localhost:" + port(Port.MONGODB));
    }

    /** Where clients find the broker. */
    public String kafka() {
        return "localhost:" + port(Port.KAFKA);
    }

    /** More options for the services' JVMs, separated by blanks; the last of two contradicting ones counts. */
    public String serviceJavaOptions() {
        return text(SERVICE_JAVA_OPTIONS).orElse("");
    }

    /**
     * More settings of the server, {@code name=value} separated by blanks; they count more than our own.
     *
     * @throws UserError when one has no name or no value
     */
    public Map<String, String> postgresqlSettings() {
        var settings = new LinkedHashMap<String, String>();
        for (var setting : text(POSTGRESQL_SETTINGS).orElse("").split("\\s+")) {
            var separator = setting.indexOf('=');
            if (separator > 0 && separator < setting.length() - 1) {
                settings.put(setting.substring(0, separator), setting.substring(separator + 1));
            } else if (!setting.isEmpty()) {
                throw new UserError(POSTGRESQL_SETTINGS + ": " + setting + " is not name=value");
            }
        }
        return settings;
    }

    /** The same settings for a process that this one starts. */
    public Map<String, String> toEnvironment() {
        var variables = new HashMap<String, String>();
        Arrays.stream(Port.values()).forEach(port -> variables.put(port.variable(), Integer.toString(port(port))));
        externalMongo().ifPresent(uri -> variables.put(MONGODB_URI, uri));
        text(POSTGRESQL_SETTINGS).ifPresent(settings -> variables.put(POSTGRESQL_SETTINGS, settings));
        return variables;
    }

    private Optional<String> text(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::trim).filter(text -> !text.isEmpty());
    }

    private static int parse(Port port, String text) {
        try {
            var number = Integer.parseInt(text);
            if (number > 0 && number < 65536) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        throw new UserError(port.variable() + "=" + text + " is no port number");
    }
}
