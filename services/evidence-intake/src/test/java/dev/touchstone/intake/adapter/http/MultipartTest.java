package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.document.InvalidDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/mixed; boundary=end";

    @Test
    void readsPartsWithAndWithoutPreamble() {
        String body = "preamble\r\n--end\r\nContent-Type:application/json\r\n\r\n{}\r\n--end\r\n\r\n\r\n--end--";

        List<Multipart.Part> parts = Multipart.read(TYPE, bytes(body));

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).header("content-type")).isEqualTo("application/json");
        assertThat(parts.get(0).content()).isEqualTo(bytes("{}"));
        assertThat(parts.get(1).content()).isEmpty();
    }

    @Test
    void boundaryMayBeQuotedAndNotFirst() {
        byte[] body = Multipart.write("a b", List.of(new Multipart.Part(Map.of("X", "y"), bytes("1"))));

        assertThat(Multipart.read("Multipart/Mixed; charset=utf-8; boundary=\"a b\"", body))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--end",
                "--end--",
                "--end\r\n",
                "--end\r\nContent-Type: a/b",
                "--end\r\n\r\n{}",
                "--end\r\n\r\n{}\r\n--other--",
                "--end\r\n\r\n{}\r\n--end"
            })
    void refusesWhatIsNotClosed(String body) {
        assertThatThrownBy(() -> Multipart.read(TYPE, bytes(body))).isInstanceOf(InvalidDocument.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed", "multipart/form-data; boundary=end", "application/json", "x"})
    void refusesOtherTypes(String type) {
        assertThatThrownBy(() -> Multipart.read(type, bytes("--end\r\n\r\n1\r\n--end--")))
                .isInstanceOf(InvalidDocument.class);
    }

    @Property
    void whateverIsWrittenIsRead(@ForAll byte[] content) {
        byte[] body = Multipart.write("a-boundary-of-our-own", List.of(new Multipart.Part(Map.of("A", "b"), content)));

        assertThat(Multipart.read("multipart/mixed; boundary=a-boundary-of-our-own", body))
                .singleElement()
                .satisfies(part -> assertThat(part.content()).isEqualTo(content));
    }

    @Property
    void readsOrRefusesAnything(@ForAll byte[] body) {
        try {
            assertThat(Multipart.read("multipart/mixed; boundary=-", body)).isNotEmpty();
        } catch (InvalidDocument e) {
            assertThat(e.violations()).isNotEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
