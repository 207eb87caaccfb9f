package dev.touchstone.intake.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import dev.touchstone.intake.document.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JsonItemsTest {

    @Test
    void whatIsWrongWithOneDoesNotTakeItsNeighbours() {
        String deep = "[".repeat(65) + "]".repeat(65);
        String text = "[{\"a\":1},{\"a\":1,\"a\":2}, \"x\" ," + deep + ",7,true,null,{\"b\":[1]}]";

        List<JsonItems.Item> items = JsonItems.read(bytes(text), 500).orElseThrow();

        assertThat(items).hasSize(8);
        assertThat(items)
                .extracting(item -> item.problem() == null)
                .containsExactly(true, false, true, false, true, true, true, true);
        assertThat(items.get(2).value()).isEqualTo("x");
        assertThat(items.get(4).value()).isEqualTo(7);
    }

    @Test
    void noMoreAreReadThanWanted() {
        assertThat(JsonItems.read(bytes("[1,2,3,4,5,6]"), 2).orElseThrow()).hasSize(3);
    }

    @Test
    void whatIsNoArrayIsNone() {
        assertThat(JsonItems.read(bytes("{}"), 5)).isEmpty();
        for (String broken : List.of("[1", "[1]]", "[1] 2", "", "[1,]", "[\"\\x\"]", "[".repeat(100_000))) {
            assertThatThrownBy(() -> JsonItems.read(bytes(broken), 5)).isInstanceOf(NotJson.class);
        }
    }

    @Test
    void numbersThatCouldFillTheMemoryAreUnsound() {
        Object value = JsonValues.syntax(
                bytes("{\"a\":[1e-400,1e-999999999,0e999999999,1e309,1e-300],\"b/c\":\"\\u0000\",\"d\":\"\\ud800\"}"));

        assertThat(SoundValues.violations(value, "/7"))
                .extracting(Violation::pointer)
                .containsExactly("/7/a/0", "/7/a/1", "/7/a/2", "/7/a/3", "/7/b~1c", "/7/d");
    }

    @Property(tries = 1000)
    void anyBytesAreItemsOrNoJson(@ForAll @Size(max = 60) byte[] noise) {
        byte[] array = Arrays.copyOf(bytes("[1,\"a\","), noise.length + 7);
        System.arraycopy(noise, 0, array, 7, noise.length);
        for (byte[] body : List.of(noise, array)) {
            try {
                JsonItems.read(body, 20).ifPresent(items -> assertThat(items).hasSizeLessThanOrEqualTo(21));
            } catch (NotJson refused) {
                assertThat(refused.violations()).isNotEmpty();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
