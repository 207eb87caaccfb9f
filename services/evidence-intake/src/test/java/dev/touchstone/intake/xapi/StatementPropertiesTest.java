package dev.touchstone.intake.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.JsonArbitraries;
import dev.touchstone.intake.document.InvalidDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever JSON comes in: a statement comes out, or a refusal that names the places. Nothing else. */
class StatementPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Property
    void readsOrNamesTheMistakes(@ForAll("statements") Object value) {
        try {
            Statement statement = StatementReader.read(value, "", XapiVersion.V1_0);
            assertThat(StatementMeaning.of(statement, NOW)).isNotNull();
            assertThat(statement.comparison()).hasSize(32);
            assertThat(statement.contentKey()).isNotNull();
        } catch (InvalidDocument e) {
            assertThat(e.violations()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void readsOrNamesTheMistakesOfAnyJson(@ForAll("anything") Object value) {
        try {
            StatementReader.read(value, "", XapiVersion.V1_0);
        } catch (InvalidDocument e) {
            assertThat(e.violations()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<Object> anything() {
        return JsonArbitraries.values();
    }

    /** A sound statement with one property, at the top or one level down, replaced by any JSON. */
    @Provide
    Arbitrary<Object> statements() {
        Arbitrary<List<String>> places = Arbitraries.of(
                List.of("id"),
                List.of("actor"),
                List.of("actor", "mbox"),
                List.of("actor", "account"),
                List.of("verb"),
                List.of("verb", "id"),
                List.of("object"),
                List.of("object", "id"),
                List.of("object", "objectType"),
                List.of("object", "definition"),
                List.of("result"),
                List.of("result", "score"),
                List.of("result", "duration"),
                List.of("context"),
                List.of("context", "contextActivities"),
                List.of("context", "registration"),
                List.of("timestamp"),
                List.of("version"),
                List.of("other"));
        return places.flatMap(
                place -> JsonArbitraries.values().map(value -> JsonArbitraries.with(sound(), place, value)));
    }

    private static Map<String, Object> sound() {
        return Map.of(
                "actor", Map.of("mbox", "mailto:ada@example.org"),
                "verb", Map.of("id", "http://adlnet.gov/expapi/verbs/completed"),
                "object", Map.of("id", "https://lms.example/1"),
                "result", Map.of("score", Map.of("scaled", 0.5)),
                "context", Map.of("platform", "x"),
                "timestamp", "2026-11-20T15:21:00Z");
    }
}
