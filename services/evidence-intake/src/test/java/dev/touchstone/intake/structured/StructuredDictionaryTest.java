package dev.touchstone.intake.structured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredDictionaryTest {

    @Test
    void readsWhatSignaturesUse() {
        // When
        Map<String, Member> members = StructuredDictionary.parse(
                        "sig1=(\"date\"  \"x\";sf;n=\"q\\\"\\\\\" );created=-15;flag, d=:AQI=:;t=to/ken , bare;a, off=?0")
                .orElseThrow();

        // Then
        assertThat(members.keySet()).containsExactly("sig1", "d", "bare", "off");
        assertThat(StructuredText.of(members.get("sig1")))
                .isEqualTo("(\"date\" \"x\";sf;n=\"q\\\"\\\\\");created=-15;flag");
        assertThat(members.get("d"))
                .isEqualTo(new Member.Item(new ByteSequence(new byte[] {1, 2}), Map.of("t", new Token("to/ken"))));
        assertThat(members.get("bare")).isEqualTo(new Member.Item(true, Map.of("a", true)));
        assertThat(members.get("off")).isEqualTo(new Member.Item(false, Map.of()));
    }

    @Test
    void lastOfTheSameNameCounts() {
        assertThat(StructuredDictionary.parse("a=1, b=2, a=3").orElseThrow())
                .containsExactly(
                        Map.entry("b", new Member.Item(2L, Map.of())), Map.entry("a", new Member.Item(3L, Map.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=", "a=(", "a=(\"x\"", "a=(\"x\"\"y\")", "a=\"x", "a=\"\\x\"", "a=\"é\"", "a=:AQI=", "a=:*:", "a=1.5",
                "a=1234567890123456", "a=-", "A=1", "a=1,", "a=1 b=2", "a=?2", "=1", "a;=1", "a=()x", "1=1"
            })
    void refusesWhatIsNoSuchField(String text) {
        assertThat(StructuredDictionary.parse(text)).isEmpty();
    }

    @Test
    void refusesMoreThanAnybodyNeeds() {
        assertThat(StructuredDictionary.parse("a=(" + "1 ".repeat(65) + ")")).isEmpty();
    }

    @Property(tries = 2000)
    void writingAndReadingAgainChangesNothing(@ForAll("nearlyFields") String text) {
        Optional<Map<String, Member>> read = StructuredDictionary.parse(text);

        read.ifPresent(members -> members.forEach((name, member) -> {
            String written = StructuredText.of(member);
            Map<String, Member> again =
                    StructuredDictionary.parse(name + "=" + written).orElseThrow();
            assertThat(again).containsOnly(Map.entry(name, member));
        }));
    }

    @Provide
    Arbitrary<String> nearlyFields() {
        return Arbitraries.of(
                        "a", "b1", "*k", "=", ",", " ", ";", "(", ")", "\"x\"", "\"", "\\", ":AQ==:", ":", "?1", "-7",
                        "42", "Tok/1")
                .list()
                .ofMaxSize(14)
                .map(parts -> "a=" + String.join("", parts));
    }
}
