package dev.touchstone.intake.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {

    @Test
    void readsJson() {
        assertThat(JsonValues.parse("{\"a\":[1,2.5,null,true,\"\\ud83d\\ude00\"]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Map.of("a", java.util.Arrays.asList(1, 2.5, null, true, "😀")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "Ping test",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1e999}",
                "[\"\\u0000\"]",
                "[\"\\ud83d\"]",
                "[\"\\ude00x\"]",
                "{\"\\u0000\":1}",
                "NaN",
                "[1,]",
                "{'a':1}"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> JsonValues.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotJson.class);
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() -> JsonValues.parse("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(NotJson.class);
        assertThatThrownBy(() -> JsonValues.parse(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}))
                .isInstanceOf(NotJson.class);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> JsonValues.parse("[".repeat(10_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotJson.class);
    }

    @Property
    void readsOrRefusesByName(@ForAll @Size(max = 100) byte[] body) {
        try {
            JsonValues.write(JsonValues.parse(body));
        } catch (NotJson e) {
            assertThat(e).isNotNull();
        }
    }
}
