package dev.touchstone.contracts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service's configuration and code say about topics and events. */
final class ServiceSources {

    private static final Pattern INCOMING_TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topic");
    private static final Pattern OUTGOING = Pattern.compile("mp\\.messaging\\.outgoing\\..*");
    private static final Pattern GROUP = Pattern.compile("mp\\.messaging\\..*\\.group\\.id");
    // two parts: metrics and settings of ours have more, and a prefix of settings says so
    private static final Pattern TOPIC = Pattern.compile("(?<!prefix = )\"(touchstone\\.[a-z-]+(?:\\.dlq)?)\"");
    private static final Pattern EVENT_TYPE = Pattern.compile("\"(dev\\.touchstone\\.[a-z-]+\\.[a-z-]+\\.v[0-9]+)\"");

    private final String name;
    private final Properties properties;
    private final List<Path> code;

    private ServiceSources(String name, Properties properties, List<Path> code) {
        this.name = name;
        this.properties = properties;
        this.code = code;
    }

    /** Every deployable service of the repository: the folders with a configuration of their own. */
    static List<ServiceSources> all() {
        try (Stream<Path> folders = Files.list(ContractFiles.REPOSITORY.resolve("services"))) {
            return folders.sorted()
                    .filter(folder -> Files.isRegularFile(configuration(folder)))
                    .map(ServiceSources::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As the service calls itself: its consumer group and the source of its events. */
    String name() {
        return name;
    }

    /** Topics of the incoming channels, as configured. */
    Set<String> receivedTopics() {
        return configured(INCOMING_TOPIC);
    }

    /** Channels past the outbox, of which there should be none. */
    Set<String> outgoingChannels() {
        return configured(OUTGOING);
    }

    Set<String> groups() {
        return configured(GROUP);
    }

    /** Topics that appear as literals in the code. */
    Set<String> topicsInCode() {
        return literals(TOPIC);
    }

    /** Event types that appear as literals in the code. */
    Set<String> typesInCode() {
        return literals(EVENT_TYPE);
    }

    @Override
    public String toString() {
        return name;
    }

    private static ServiceSources of(Path folder) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(ContractFiles.text(configuration(folder))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ServiceSources(
                properties.getProperty("quarkus.application.name", "unnamed: " + folder.getFileName()),
                properties,
                ContractFiles.files(folder.resolve("src/main/java"), ".java"));
    }

    private static Path configuration(Path folder) {
        return folder.resolve("src/main/resources/application.properties");
    }

    private Set<String> configured(Pattern key) {
        return properties.stringPropertyNames().stream()
                .filter(property -> key.matcher(property).matches())
                .map(properties::getProperty)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> literals(Pattern pattern) {
        return code.stream()
                .flatMap(file -> pattern.matcher(ContractFiles.text(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
