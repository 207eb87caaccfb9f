package dev.touchstone.assessment.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.fingerprint.Fingerprint;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.testkit.EventSamples;
import dev.touchstone.testkit.EventSamples.Sample;
import dev.touchstone.testkit.EventSchemas;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionTest {

    private final DefinitionReader reader = new DefinitionReader("northwind", "incident-leadership");

    static Stream<Sample> samples() {
        return EventSamples.valid("achievements/AchievementPublished").stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenReadsAsTheSame(Sample sample) throws JsonProcessingException {
        // Given
        Definition definition = reader.read(content(sample.data()));

        // When
        JsonNode written = Json.TOLERANT.valueToTree(DefinitionWriter.write(definition));

        // Then
        Definition again = reader.read(content(written));
        assertThat(again).isEqualTo(definition);
        assertThat(Fingerprint.of(again)).isEqualTo(Fingerprint.of(definition));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsPublishedFollowsItsSchema(Sample sample) throws JsonProcessingException {
        // Given
        Definition definition = reader.read(content(sample.data())).described();
        Achievement achievement =
                new Achievement("incident-leadership", 3, definition, "sha256:0", Instant.now(), null);

        // When
        JsonNode published = Json.TOLERANT.valueToTree(PublishedData.of(achievement));

        // Then
        EventSchemas.assertValid("dev.touchstone.achievement.published.v1", published);
        assertThat(published.path("name")).isEqualTo(sample.data().path("name"));
    }

    @Test
    void sayingSingleIsSayingNothing() throws JsonProcessingException {
        // Given
        ObjectNode sample = samples()
                .filter(one -> one.name().equals("minimal.json"))
                .findFirst()
                .orElseThrow()
                .data()
                .deepCopy();
        String digest = Fingerprint.of(reader.read(content(sample)));

        // When
        String single = Fingerprint.of(reader.read(content(sample.deepCopy().put("marking", "single"))));

        // Then
        assertThat(single).isEqualTo(digest);
        assertThat(Fingerprint.of(reader.read(content(sample.deepCopy().put("marking", "double")))))
                .isNotEqualTo(digest);
    }

    @Test
    void makesTheSameIdentifiersWhereTheAuthorGaveNone() throws JsonProcessingException {
        // Given
        ObjectNode sample = samples()
                .filter(one -> one.name().equals("full.json"))
                .findFirst()
                .orElseThrow()
                .data()
                .deepCopy();
        sample.path("levels").forEach(level -> ((ObjectNode) level).remove("levelId"));
        ((ObjectNode) sample.path("rubric")).remove("rubricId");

        // When
        Definition once = reader.read(content(sample));

        // Then
        assertThat(once).isEqualTo(reader.read(content(sample)));
        assertThat(once.levels()).extracting("id").doesNotContainNull().doesNotHaveDuplicates();
        assertThat(new DefinitionReader("contoso", "incident-leadership").read(content(sample)))
                .isNotEqualTo(once);
    }

    @Test
    void saysWhatDoesNotBelongToANode() {
        // Given
        ObjectNode sample = samples().findFirst().orElseThrow().data().deepCopy();
        sample.set(
                "criteria", Json.TOLERANT.createObjectNode().put("op", "allOf").put("n", 2));

        // When / Then
        assertThatThrownBy(() -> reader.read(content(sample)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.objections())
                                .containsExactly(
                                        new Objection("/criteria/of", "This field is required with allOf."),
                                        new Objection("/criteria/n", "This field has no meaning with allOf.")));
    }

    private static AchievementContent content(JsonNode data) throws JsonProcessingException {
        return Json.TOLERANT.treeToValue(data, AchievementContent.class);
    }
}
