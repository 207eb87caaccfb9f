package dev.touchstone.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.chassis.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictBodyReaderTest {

    private final StrictBodyReader reader = new StrictBodyReader(new ContractSchemas("chassis-test"));

    @RequestSchema("Order")
    record Order(String name, int count, Line line) {
        record Line(String text) {}
    }

    @Test
    void bindsABodyThatFollowsTheContract() {
        // When
        Order order = read("{\"name\":\"a\",\"count\":2,\"line\":{\"text\":\"x\"}}");

        // Then
        assertThat(order).isEqualTo(new Order("a", 2, new Order.Line("x")));
    }

    @Test
    void pointsAtEveryErrorAtOnce() {
        // When
        ProblemException refusal =
                refusal("{\"count\":\"two\",\"line\":{\"text\":5,\"extra/field\":1},\"surprise\":true}");

        // Then
        assertThat(refusal.errors())
                .extracting("pointer")
                .containsExactlyInAnyOrder("/name", "/count", "/line/text", "/line/extra~1field", "/surprise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"name\":\"a\",\"name\":\"b\",\"count\":1}",
                "{\"name\":\"a\",\"count\":1} tail",
                "\u00ff"
            })
    void refusesWhatIsNotOneJsonValue(String body) {
        // When
        ProblemException refusal = refusal(body);

        // Then
        assertThat(refusal.type().status()).isEqualTo(400);
        assertThat(refusal.errors()).hasSize(1);
    }

    @Test
    void pointsAtEverythingThatNoStoreCanHold() {
        // Given
        String body = "{\"name\":\"a\\u0000b\",\"count\":1e400,\"a/b\":[1,\"\\ud800\"],\"n\\u0000\":1}";

        // When
        ProblemException refusal = refusal(body);

        // Then
        assertThat(refusal.type().status()).isEqualTo(400);
        assertThat(refusal.errors()).extracting("pointer").containsExactly("/name", "/count", "/a~1b/1", "");
    }

    @Test
    void takesWholeSurrogatePairs() {
        // When
        Order order = read("{\"name\":\"\\ud83d\\ude00\",\"count\":2}");

        // Then
        assertThat(order.name()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void refusesNestingBeyondTheLimit() {
        // Given
        String deep = "[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1);

        // When
        ProblemException refusal = refusal(deep);

        // Then
        assertThat(refusal.errors().get(0).detail()).contains("too deeply");
    }

    @Test
    void refusesInvalidUtf8() {
        // Given
        byte[] body = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};

        // When
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> reader.read(Order.class, body));

        // Then
        assertThat(refusal.type().status()).isEqualTo(400);
    }

    private Order read(String body) {
        return reader.read(Order.class, body.getBytes(StandardCharsets.UTF_8));
    }

    private ProblemException refusal(String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(body));
    }
}
