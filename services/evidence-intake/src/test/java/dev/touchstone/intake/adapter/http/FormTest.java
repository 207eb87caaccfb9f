package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.chassis.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void readsFieldsAsTheyAreEncoded() {
        assertThat(read("a=1+2&b=%7B%22%C3%A9%22%3D%26%7D&c&=d&e="))
                .isEqualTo(Map.of("a", "1 2", "b", "{\"é\"=&}", "c", "", "e", ""));
    }

    @Test
    void refusesWhatCouldMeanTwoThings() {
        assertThatThrownBy(() -> read("a=1&a=2")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read("a=%zz")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read("&".repeat(200))).isInstanceOf(ProblemException.class);
    }

    private static Map<String, String> read(String body) {
        return Form.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
