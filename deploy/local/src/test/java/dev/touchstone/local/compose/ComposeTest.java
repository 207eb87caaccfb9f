package dev.touchstone.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.embedded.Topic;
import dev.touchstone.embedded.TopicCatalogue;
import dev.touchstone.local.Port;
import dev.touchstone.local.part.Service;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** There is no Docker where this is built, so what can be known about the file without it is held here. */
class ComposeTest {
    /** A version of at least two numbers; {@code latest}, {@code 18} or {@code 8-noble} would move. */
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?\\d+\\.\\d+[\\w.-]*");

    private static final List<String> ONE_SHOT = List.of("topics");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[:}]");

    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"([\\w.-]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([\\w.-]+)\"");
    private static final Pattern METHOD = Pattern.compile("(?m)^    [\\w<>]+ (\\w+)\\(\\);$");

    private Compose compose;

    @BeforeEach
    void readFile() throws IOException {
        compose = Compose.read();
    }

    @Test
    void holdsTheServicesAndWhatTheyNeed() {
        // When
        var names = compose.names();

        // Then
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "kafka",
                        "topics",
                        "postgres",
                        "mongo",
                        "keycloak",
                        "evidence-intake",
                        "assessment",
                        "credential-issuance",
                        "skills-profile");
    }

    @Test
    void pinsEveryImage() {
        // When
        var images = compose.names().stream().map(compose::image).toList();

        // Then
        assertThat(images).allMatch(image -> PINNED.matcher(image).matches());
    }

    @Test
    void runsOnTheImagesThatTheTestsRunOn() throws IOException {
        // Given
        var tested = properties(
                Compose.REPOSITORY.resolve("services/testkit/src/main/resources/touchstone-images.properties"));

        // When
        var images = Map.of(
                "kafka", compose.image("kafka"),
                "postgres", compose.image("postgres"),
                "mongo", compose.image("mongo"));

        // Then
        assertThat(images).isEqualTo(tested);
        assertThat(compose.image("topics")).isEqualTo(compose.image("kafka"));
    }

    @Test
    void knowsOfEverythingWhetherItIsWell() {
        // When
        var unwatched = compose.names().stream()
                .filter(name -> !compose.service(name).containsKey("healthcheck"))
                .toList();

        // Then
        assertThat(unwatched).isEqualTo(ONE_SHOT);
        assertThat(compose.dependencies("topics")).containsEntry("kafka", Map.of("condition", "service_healthy"));
    }

    @Test
    void opensNothingToOtherMachines() {
        // When
        var ports = compose.names().stream()
                .flatMap(name -> compose.ports(name).stream())
                .toList();

        // Then
        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void publishesWhatTheEmbeddedStackPublishesAtTheSamePorts() {
        // When
        var published = List.of(hostPort("kafka"), hostPort("postgres"), hostPort("mongo"), hostPort("keycloak"));

        // Then
        assertThat(published)
                .containsExactly(
                        Port.KAFKA.usual(), Port.POSTGRESQL.usual(), Port.MONGODB.usual(), Port.OPENID.usual());
    }

    @ParameterizedTest
    @EnumSource
    void publishesTheTwoPortsOfAService(Service service) throws IOException {
        // Given
        var own = application(service);

        // When
        var ports = compose.ports(service.label());

        // Then
        var http = own.get("quarkus.http.port");
        var management = own.get("quarkus.management.port");
        assertThat(ports)
                .containsExactly("127.0.0.1:" + http + ":" + http, "127.0.0.1:" + management + ":" + management);
        assertThat(http).isEqualTo(Integer.toString(service.http().usual()));
        assertThat(management).isEqualTo(Integer.toString(service.management().usual()));
        assertThat(compose.service(service.label()).get("healthcheck").toString())
                .contains("/dev/tcp/localhost/" + management + ";");
    }

    @ParameterizedTest
    @EnumSource
    void setsNothingThatAServiceDoesNotRead(Service service) throws IOException {
        // Given
        var read = variablesOf(service);

        // When
        var set = compose.environment(service.label()).keySet();

        // Then
        assertThat(set).isSubsetOf(read);
        service.database()
                .ifPresent(database -> assertThat(application(service).get("quarkus.datasource.jdbc.url"))
                        .endsWith("/" + database));
    }

    @ParameterizedTest
    @EnumSource
    void setsTheKeyUnderWhichAServiceSealsItsSecrets(Service service) throws IOException {
        // Given
        var keys = settings(service).stream()
                .filter(name -> name.endsWith("_MASTER_KEY"))
                .toList();

        // When
        var environment = compose.environment(service.label());

        // Then
        assertThat(keys).hasSize(service.database().isEmpty() || service == Service.ASSESSMENT ? 0 : 1);
        assertThat(environment.keySet()).containsAll(keys);
    }

    @ParameterizedTest
    @EnumSource
    void startsAServiceOnlyWhenWhatItNeedsIsThere(Service service) {
        // When
        var dependencies = compose.dependencies(service.label());

        // Then
        var store = service.database().isPresent() ? "postgres" : "mongo";
        assertThat(dependencies)
                .isEqualTo(Map.of(
                        "topics",
                        Map.of("condition", "service_completed_successfully"),
                        "keycloak",
                        Map.of("condition", "service_healthy"),
                        store,
                        Map.of("condition", "service_healthy")));
    }

    @ParameterizedTest
    @EnumSource
    void buildsAServiceFromAPinnedImageAndRunsItAsNobody(Service service) throws IOException {
        // Given
        var directory = Compose.REPOSITORY.resolve("services").resolve(service.label());

        // When
        var lines = Files.readAllLines(directory.resolve("Containerfile"));

        // Then
        var from = lines.stream().filter(line -> line.startsWith("FROM ")).toList();
        assertThat(from)
                .singleElement()
                .matches(line -> PINNED.matcher(line.substring(5)).matches());
        assertThat(lines).anyMatch(line -> line.matches("USER [1-9]\\d*:[1-9]\\d*"));
        assertThat(lines)
                .contains("EXPOSE " + service.http().usual() + " "
                        + service.management().usual());
        assertThat(compose.isBuiltHere(service.label())).isTrue();
    }

    @Test
    void createsTheTopicsOfTheCatalogue() throws IOException {
        // Given
        var script = Files.readString(Compose.REPOSITORY.resolve("deploy/compose/create-topics.sh"));

        // When
        var created = script.substring(script.indexOf("<<TOPICS\n") + 9, script.lastIndexOf("TOPICS"))
                .lines()
                .map(ComposeTest::topic)
                .toList();

        // Then
        assertThat(created).containsExactlyInAnyOrderElementsOf(TopicCatalogue.load());
    }

    @Test
    void createsTheDatabasesOfTheServicesWithThePasswordsTheyUse() throws IOException {
        // Given
        var script = Files.readString(Compose.REPOSITORY.resolve("deploy/compose/create-databases.sh"));

        // When
        var created = script.lines()
                .filter(line -> line.startsWith("create "))
                .filter(line -> line.contains("_DB_PASSWORD"))
                .toList();

        // Then
        var expected = new ArrayList<String>();
        for (var service : Service.values()) {
            service.database().ifPresent(database -> {
                var variable = database.toUpperCase(Locale.ROOT) + "_DB_PASSWORD";
                expected.add("create " + database + " \"$" + variable + "\"");
                assertThat(compose.environment(service.label()).get(variable))
                        .isEqualTo(compose.environment("postgres").get(variable));
            });
        }
        assertThat(created).containsExactlyInAnyOrderElementsOf(expected);
    }

    private int hostPort(String name) {
        return Integer.parseInt(compose.ports(name).get(0).split(":")[1]);
    }

    private static Topic topic(String line) {
        var words = line.split(" ");
        var config = new HashMap<String, String>();
        Arrays.stream(words).skip(2).map(word -> word.split("=")).forEach(pair -> config.put(pair[0], pair[1]));
        return new Topic(words[0], Integer.parseInt(words[1]), config);
    }

    /** What its own and the shared properties name, as placeholders or in the way every property can be set. */
    private static List<String> variablesOf(Service service) throws IOException {
        var read = new ArrayList<>(List.of("KAFKA_BOOTSTRAP_SERVERS", "QUARKUS_OIDC_AUTH_SERVER_URL"));
        application(service)
                .values()
                .forEach(value -> PLACEHOLDER
                        .matcher(value)
                        .results()
                        .map(match -> match.group(1))
                        .forEach(read::add));
        read.addAll(settings(service));
        return read;
    }

    /** What the code asks of its configuration, as the environment spells it. */
    private static List<String> settings(Service service) throws IOException {
        var sources = Compose.REPOSITORY.resolve("services/" + service.label() + "/src/main/java");
        var settings = new ArrayList<String>();
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var source = Files.readString(file);
                PROPERTY.matcher(source)
                        .results()
                        .map(match -> variable(match.group(1)))
                        .forEach(settings::add);
                var mapping = MAPPING.matcher(source);
                if (mapping.find()) {
                    METHOD.matcher(source)
                            .results()
                            .map(match -> match.group(1).replaceAll("([A-Z])", "-$1"))
                            .map(name -> variable(mapping.group(1) + "." + name))
                            .forEach(settings::add);
                }
            }
        }
        return settings;
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> application(Service service) {
        return properties(Compose.REPOSITORY.resolve(
                "services/" + service.label() + "/src/main/resources/application.properties"));
    }

    private static Map<String, String> properties(Path file) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            var map = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
