package dev.touchstone.intake.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.json.ShippedPresets;
import dev.touchstone.intake.adapter.jsonata.JsonataTemplates;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionReader;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.delivery.Extraction;
import dev.touchstone.intake.delivery.ExtractionDescription;
import dev.touchstone.intake.delivery.Extractor;
import dev.touchstone.intake.delivery.FetchPlan;
import dev.touchstone.intake.fetch.FetchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What presets ask of the systems that notify with ids only, and what they make of the answers. */
class FetchingPresetsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Path ROOT = Path.of("src/test/resources/fetch-presets");
    private static final Presets PRESETS = new ShippedPresets().presets();

    private final JsonataTemplates templates = new JsonataTemplates();
    private final Extractor extractor = new Extractor(templates);
    private final FetchPlan plan = new FetchPlan(templates);

    static Stream<Preset> presets() {
        return PRESETS.all().stream().filter(preset -> preset.fetch() != null);
    }

    static Stream<Path> fixtures() {
        return presets().flatMap(preset -> files(ROOT.resolve(preset.name())).stream());
    }

    @Test
    void thinSystemsAreAsked() {
        assertThat(presets().map(Preset::name))
                .containsExactly("360learning", "bamboohr", "hibob", "personio", "rippling");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void hasAFixtureForWhatIsUsedAndForWhatIsIgnored(Preset preset) {
        List<String> names = files(ROOT.resolve(preset.name())).stream()
                .map(file -> file.getFileName().toString())
                .toList();

        assertThat(names).anyMatch(name -> name.startsWith("ignored-"));
        assertThat(names).anyMatch(name -> !name.startsWith("ignored-"));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatIsMalformedIsParkedWithoutAsking(Preset preset) {
        Extractor.Unreadable unreadable = catchThrowableOfType(
                Extractor.Unreadable.class, () -> extractor.extract(connection(preset), Map.of(), null, Map.of(), NOW));

        assertThat(unreadable.reason()).isEqualTo("template-failed");
        assertThat(unreadable.getMessage()).contains("this is no webhook of");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    @SuppressWarnings("unchecked")
    void asksAndMeansWhatItsFixtureSays(Path file) {
        // Given
        Preset preset = PRESETS.named(file.getParent().getFileName().toString()).orElseThrow();
        Map<String, Object> fixture = (Map<String, Object>) JsonValues.parse(bytes(file));
        Map<String, Object> fetched = (Map<String, Object>) fixture.get("fetched");
        List<String> requests = (List<String>) fixture.get("requests");
        Connection connection = connection(preset);

        // When
        Extraction first = extractor.extract(connection, fixture.get("notification"), null, Map.of(), NOW);
        Extraction last = extractor.extract(connection, fixture.get("notification"), fetched, Map.of(), NOW);

        // Then
        assertThat(asked(connection, fixture.get("notification"), fetched)).isEqualTo(requests);
        assertThat(first.state()).isEqualTo(requests.isEmpty() ? DeliveryState.IGNORED : DeliveryState.FETCHING);
        assertThat(described(last)).isEqualTo(fixture.get("expected"));
    }

    private List<String> asked(Connection connection, Object notification, Map<String, Object> fetched) {
        List<String> asked = new ArrayList<>();
        for (FetchRequest request : connection.settings().fetch().requests()) {
            plan.address(connection.settings().fetch(), request, notification, fetched, Map.of())
                    .map(URI::toString)
                    .ifPresent(address -> asked.add(request.method() + " " + address));
        }
        return asked;
    }

    private static Object described(Extraction extraction) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("state", extraction.state().word());
        if (extraction.ignored() != null) {
            outcome.put("reason", extraction.ignored().reason());
        }
        outcome.put(
                "evidence",
                extraction.evidence().stream()
                        .map(ExtractionDescription::evidence)
                        .map(FetchingPresetsTest::withoutIdentities)
                        .toList());
        outcome.put(
                "people",
                extraction.people().stream()
                        .map(ExtractionDescription::person)
                        .map(FetchingPresetsTest::withoutIdentities)
                        .toList());
        return JsonValues.parse(JsonValues.whole(outcome).getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody is named; by what follows from the rest. */
    private static Map<String, Object> withoutIdentities(Map<String, Object> described) {
        assertThat((List<?>) described.get("person")).isNotEmpty();
        Map<String, Object> without = new LinkedHashMap<>(described);
        without.put("person", List.of("?"));
        return without;
    }

    private static Connection connection(Preset preset) {
        Map<String, Object> given = new LinkedHashMap<>();
        preset.placeholders()
                .keySet()
                .forEach(name -> given.put(name, name.endsWith("Uri") ? "https://given.example.org" : "given-" + name));
        Map<String, Object> asked =
                new LinkedHashMap<>(Map.of("name", "Ours", "preset", preset.name(), "fetch", Map.of()));
        if (!given.isEmpty()) {
            asked.put("placeholders", given);
        }
        ConnectionReader.Request request = ConnectionReader.read(PRESETS.effective(PRESETS.chosen(asked)));
        return new Connection(
                new UUID(0, 1),
                "northwind",
                request.name(),
                request.source(),
                request.channel(),
                request.settings(),
                NOW,
                null);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
