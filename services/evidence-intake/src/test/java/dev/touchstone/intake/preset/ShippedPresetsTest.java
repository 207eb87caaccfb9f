package dev.touchstone.intake.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.json.ShippedPresets;
import dev.touchstone.intake.adapter.jsonata.JsonataTemplates;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionReader;
import dev.touchstone.intake.delivery.Extraction;
import dev.touchstone.intake.delivery.ExtractionDescription;
import dev.touchstone.intake.delivery.Extractor;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.preset.PresetFixtures.Fixture;
import dev.touchstone.intake.xapi.StatementMeaning;
import dev.touchstone.intake.xapi.StatementMeaning.Evident;
import dev.touchstone.intake.xapi.StatementMeaning.Unused;
import dev.touchstone.intake.xapi.StatementReader;
import dev.touchstone.intake.xapi.XapiVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedPresetsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID CONNECTION = new UUID(0, 1);
    private static final Presets PRESETS = new ShippedPresets().presets();
    private static final Set<String> VERIFIER_KINDS = Set.of(
            "hmac",
            "standard-webhooks",
            "jwt-body",
            "http-signature",
            "basic",
            "bearer",
            "static-header",
            "form-credentials",
            "unsigned");

    private final Extractor extractor = new Extractor(new JsonataTemplates());

    static Stream<Preset> presets() {
        return PRESETS.all().stream();
    }

    static Stream<Fixture> fixtures() {
        return presets().flatMap(preset -> PresetFixtures.of(preset.name()).stream());
    }

    @Test
    void everySystemThatWasPromisedHasOne() {
        assertThat(PRESETS.all())
                .extracting(Preset::name)
                .containsExactly(
                        "360learning",
                        "adobe-learning-manager",
                        "bamboohr",
                        "caliper",
                        "canvas",
                        "canvas-signed",
                        "docebo",
                        "generic",
                        "github",
                        "hibob",
                        "jira",
                        "linkedin-learning",
                        "merge",
                        "moodle",
                        "open-edx",
                        "personio",
                        "rippling",
                        "scorm-cloud",
                        "successfactors",
                        "udemy-business");
    }

    @Test
    void everyPresetFileIsInTheIndex() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/presets"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.json(ata)?$", ""))
                            .distinct()
                            .filter(name -> !name.equals("index")))
                    .containsExactlyInAnyOrderElementsOf(
                            PRESETS.all().stream().map(Preset::name).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void saysByWhatItWasWrittenAndHowItsSenderProvesWhoItIs(Preset preset) {
        assertThat(preset.documentation()).isNotEmpty();
        boolean webhook = preset.settings().get("channel").equals("webhook");
        assertThat(preset.template() != null).isEqualTo(webhook);
        if (webhook) {
            Map<?, ?> verifier = (Map<?, ?>) preset.settings().get("verifier");
            assertThat(verifier.get("kind")).isIn(VERIFIER_KINDS);
        } else {
            assertThat(preset.settings()).doesNotContainKey("verifier");
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void makesAConnectionOfWhatTheAdministratorGives(Preset preset) {
        // Given
        Map<String, Object> given = new LinkedHashMap<>();
        preset.placeholders()
                .keySet()
                .forEach(name -> given.put(name, name.endsWith("Uri") ? "https://keys.example.org" : "given-" + name));
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("name", "Ours", "preset", preset.name()));
        if (!given.isEmpty()) {
            asked.put("placeholders", given);
        }

        // When
        Map<String, Object> effective = PRESETS.effective(PRESETS.chosen(asked));

        // Then
        assertThat(effective.get("template")).isEqualTo(preset.template());
        assertThat(JsonValues.write(effective.get("verifier") == null ? "" : effective.get("verifier")))
                .doesNotContain("{{");
        assertThat(ConnectionReader.read(effective).source().word())
                .isEqualTo(preset.settings().get("source"));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void hasAFixtureForWhatIsUsedWhatIsIgnoredAndWhatIsMalformed(Preset preset) {
        List<String> names =
                PresetFixtures.of(preset.name()).stream().map(Fixture::name).toList();

        assertThat(names).anyMatch(name -> name.startsWith("ignored-"));
        assertThat(names).anyMatch(name -> name.startsWith("malformed-"));
        // Of thin notifications nothing is used before more is fetched: see FetchingPresetsTest.
        boolean thin = preset.fetch() != null && !preset.template().contains("\"evidence\"");
        assertThat(names.stream().anyMatch(name -> !name.matches("(ignored|malformed)-.*")))
                .isEqualTo(!thin);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void meansWhatItsFixtureSays(Fixture fixture) {
        // Given
        Preset preset = PRESETS.named(fixture.preset()).orElseThrow();

        // When
        Map<String, Object> outcome =
                preset.template() == null ? statement(fixture.payload(preset)) : extracted(preset, fixture);

        // Then
        assertThat(JsonValues.parse(JsonValues.whole(outcome).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(fixture.expected());
        String word = fixture.name().split("-")[0];
        assertThat(outcome.get("state"))
                .isEqualTo(Map.of("ignored", "ignored", "malformed", "parked").getOrDefault(word, "accepted"));
    }

    private Map<String, Object> extracted(Preset preset, Fixture fixture) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        try {
            Extraction extraction =
                    extractor.extract(connection(preset), fixture.payload(preset), fixture.headers(), NOW);
            outcome.put("state", extraction.state().word());
            if (extraction.ignored() != null) {
                outcome.put("reason", extraction.ignored().reason());
            }
            outcome.put(
                    "evidence",
                    extraction.evidence().stream()
                            .map(ExtractionDescription::evidence)
                            .toList());
            outcome.put(
                    "people",
                    extraction.people().stream()
                            .map(ExtractionDescription::person)
                            .toList());
        } catch (Extractor.Unreadable e) {
            outcome.put("state", "parked");
            outcome.put("reason", e.reason());
            // Where in the template it stands changes with every line of it.
            outcome.put("detail", e.getMessage().replaceFirst(" \\(at character [0-9]+\\)$", ""));
        }
        return outcome;
    }

    private static Map<String, Object> statement(Object payload) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        try {
            StatementMeaning meaning = StatementMeaning.of(StatementReader.read(payload, "", XapiVersion.V1_0), NOW);
            if (meaning instanceof Evident evident) {
                outcome.put("state", "accepted");
                outcome.put("evidence", List.of(ExtractionDescription.evidence(evident.draft())));
            } else if (meaning instanceof Unused unused) {
                outcome.put("state", "ignored");
                outcome.put("reason", unused.reason());
            }
        } catch (InvalidDocument e) {
            outcome.put("state", "parked");
            outcome.put("detail", e.getMessage());
        }
        return outcome;
    }

    /** Whoever sends proves who they are in another place: any verifier will do here. */
    private static Connection connection(Preset preset) {
        ConnectionReader.Request request = ConnectionReader.read(Map.of(
                "name",
                preset.title(),
                "source",
                preset.settings().get("source"),
                "channel",
                "webhook",
                "verifier",
                Map.of("algorithm", "HmacSHA256", "header", "X-Signature", "encoding", "hex", "signed", "{body}"),
                "template",
                preset.template(),
                "timeZone",
                "Europe/Berlin"));
        return new Connection(
                CONNECTION,
                "northwind",
                request.name(),
                request.source(),
                request.channel(),
                request.settings(),
                NOW,
                null);
    }
}
