package dev.touchstone.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.fetch.UrlTemplate.InvalidTemplate;
import dev.touchstone.intake.fetch.UrlTemplate.UnfitValue;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateTest {

    private static final String ORIGIN = "https://api.example.org";
    private static final UrlTemplate EMPLOYEE = UrlTemplate.parse("/v1/employees/{id}/jobs?fields=a,b&on={day}&all=1");

    @Test
    void valuesAreFilledIn() {
        assertThat(EMPLOYEE.fill(Map.of("id", "e 7&x=1", "day", "2026-11-27")))
                .isEqualTo("/v1/employees/e%207%26x%3D1/jobs?fields=a,b&on=2026-11-27&all=1");
        assertThat(EMPLOYEE.fill(Map.of("id", 636192, "day", true)))
                .isEqualTo("/v1/employees/636192/jobs?fields=a,b&on=true&all=1");
        assertThat(EMPLOYEE.fill(Map.of("id", 9.0, "day", "ä")))
                .isEqualTo("/v1/employees/9/jobs?fields=a,b&on=%C3%A4&all=1");
        assertThat(EMPLOYEE.names()).containsExactly("id", "day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", "\\", "", " ", "a\nb", "../admin", "/", "//evil.example.org"})
    void whatWouldLeadElsewhereIsRefused(String value) {
        assertThatThrownBy(() -> EMPLOYEE.fill(Map.of("id", value, "day", "x"))).isInstanceOf(UnfitValue.class);
    }

    @Test
    void whatIsMissingOrNoValueIsRefused() {
        assertThatThrownBy(() -> EMPLOYEE.fill(Map.of("day", "x")))
                .isInstanceOf(UnfitValue.class)
                .hasMessage("the value id is missing");
        assertThatThrownBy(() -> EMPLOYEE.fill(Map.of("id", Map.of(), "day", "x")))
                .isInstanceOf(UnfitValue.class);
        assertThatThrownBy(() -> EMPLOYEE.fill(Map.of("id", "x".repeat(201), "day", "x")))
                .isInstanceOf(UnfitValue.class)
                .hasMessageNotContaining("xxx");
    }

    @Test
    void aDotBesideADotIsSeen() {
        UrlTemplate dotted = UrlTemplate.parse("/a/.{x}/b");
        UrlTemplate encoded = UrlTemplate.parse("/a/%2e{x}/b");

        assertThatThrownBy(() -> dotted.fill(Map.of("x", "."))).isInstanceOf(UnfitValue.class);
        assertThatThrownBy(() -> encoded.fill(Map.of("x", "."))).isInstanceOf(UnfitValue.class);
        assertThat(dotted.fill(Map.of("x", "7"))).isEqualTo("/a/.7/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1/x",
                "//host/x",
                "/a/../b",
                "/a/%2E%2e/b",
                "/a?b?c",
                "/a#b",
                "/a b",
                "/a/{1x}",
                "/a/{x",
                "/a/%zz",
                "",
                "@host/x",
                "https://host/x",
                "/ä"
            })
    void whatIsNoTemplateIsRefused(String text) {
        assertThatThrownBy(() -> UrlTemplate.parse(text)).isInstanceOf(InvalidTemplate.class);
    }

    /** Whatever a sender puts into a notification, it is one segment and one parameter of the address that was configured. */
    @Property(tries = 2000)
    void noValueChangesHostSegmentsOrParameters(@ForAll("hostile") String id, @ForAll("hostile") String day) {
        String filled;
        try {
            filled = EMPLOYEE.fill(Map.of("id", id, "day", day));
        } catch (UnfitValue refused) {
            return;
        }
        URI address = URI.create(ORIGIN + filled).normalize();

        assertThat(address.getScheme()).isEqualTo("https");
        assertThat(address.getRawAuthority()).isEqualTo("api.example.org");
        assertThat(address.getRawFragment()).isNull();
        String[] segments = address.getRawPath().split("/", -1);
        assertThat(segments).hasSize(5);
        assertThat(segments).startsWith("", "v1", "employees").endsWith("jobs");
        assertThat(segments[3]).isNotBlank();
        String[] parameters = address.getRawQuery().split("[&;]", -1);
        assertThat(parameters).hasSize(3);
        assertThat(parameters[0]).isEqualTo("fields=a,b");
        assertThat(parameters[1]).startsWith("on=");
        assertThat(parameters[1].substring(3)).doesNotContain("=");
        assertThat(parameters[2]).isEqualTo("all=1");
        assertThat(address.getPath().split("/", -1)[3]).isEqualTo(id);
    }

    /** Refused by name: the value is somebody's data. */
    @Property
    void aRefusalNeverRepeatsTheValue(@ForAll("hostile") String id) {
        Map<String, Object> values = new HashMap<>(Map.of("id", "secret-" + id + "/x", "day", "x"));

        assertThatThrownBy(() -> EMPLOYEE.fill(values))
                .isInstanceOf(UnfitValue.class)
                .hasMessageNotContaining("secret-");
    }

    @Example
    void longValuesStayWithinTheLimit() {
        assertThat(EMPLOYEE.fill(Map.of("id", "ä".repeat(200), "day", "x")).length())
                .isLessThan(1300);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "..",
                ".",
                "/",
                "\\",
                "?",
                "#",
                "&",
                "=",
                ";",
                "%2e",
                "%2F",
                "%00",
                "@",
                ":",
                "//evil.example.org",
                "a",
                "7",
                "{id}",
                "{day}",
                "é",
                "\r\nHost: evil",
                " ",
                "+",
                "http://",
                "​");
        return Arbitraries.oneOf(
                pieces.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("", list)),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(30).filter(UrlTemplateTest::isText));
    }

    /** Half a surrogate pair is no text: parsing refuses it long before. */
    private static boolean isText(String text) {
        return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
