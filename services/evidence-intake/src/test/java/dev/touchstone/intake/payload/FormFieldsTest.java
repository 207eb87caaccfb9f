package dev.touchstone.intake.payload;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

    @Test
    void fieldsAreStringsAndRepeatedOnesAList() {
        assertThat(value("name=A%20d+a&n=1&tag=x&tag=y&tag=z&empty=&bare&"))
                .isEqualTo(json("{'name':'A d a','n':'1','tag':['x','y','z'],'empty':'','bare':''}"));
    }

    @Test
    void bracketsNest() {
        assertThat(value("type=employee.updated&data[companyId]=1&data[changedFields][0]=firstName"
                        + "&data[changedFields][1]=lastName&data%5Bdeep%5D%5Bx%5D=y&list[]=a&list[]=b&sparse[5]=e"))
                .isEqualTo(json(
                        "{'type':'employee.updated','data':{'companyId':'1','changedFields':['firstName','lastName'],"
                                + "'deep':{'x':'y'}},'list':['a','b'],'sparse':{'5':'e'}}"));
    }

    @Test
    void bracketsThatDoNotMatchAreJustAName() {
        assertThat(value("a[b=1&[c]=2&d]=3&e[f]g=4")).isEqualTo(json("{'a[b':'1','[c]':'2','d]':'3','e[f]g':'4'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a[b]=2", "a[b]=1&a=2", "a[b]=1&a[b][c]=2"})
    void valueAndObjectAtOnceIsNeither(String form) {
        assertThat(FormFields.parse(bytes(form)).orElseThrow().value()).isEmpty();
    }

    @Test
    void tooDeepIsRefused() {
        assertThat(FormFields.parse(bytes("a" + "[b]".repeat(16) + "=1"))
                        .orElseThrow()
                        .value())
                .isEmpty();
        assertThat(FormFields.parse(bytes("a" + "[b]".repeat(15) + "=1"))
                        .orElseThrow()
                        .value())
                .isPresent();
    }

    @Test
    void bracketsWithoutEndCannotUseUpTheStack() {
        assertThat(FormFields.parse(bytes("a" + "[b]".repeat(300_000) + "=1"))
                        .orElseThrow()
                        .value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%ff=1", "a=%c3%28", "a=%00", "a=%ed%a0%80"})
    void whatIsNotEncodedAsAFormIsNone(String form) {
        assertThat(FormFields.parse(bytes(form))).isEmpty();
    }

    @Test
    void tooManyFieldsAreNoForm() {
        assertThat(FormFields.parse(bytes("a&".repeat(1001)))).isEmpty();
    }

    @Test
    void fieldsAreTakenOutAndTheRestStaysAsItWas() {
        FormFields form = FormFields.parse(bytes("data=%7b%22a%22%3A1%7d&userName=u&pass%77ord=p&x=+%20"))
                .orElseThrow();

        assertThat(new String(form.without(Set.of("userName", "password")), StandardCharsets.UTF_8))
                .isEqualTo("data=%7b%22a%22%3A1%7d&x=+%20");
        assertThat(form.single("data")).contains("{\"a\":1}");
    }

    @Property(tries = 300)
    void whatAnybodyEncodesComesBack(@ForAll("fields") Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));

        assertThat(value(form)).isEqualTo(fields);
    }

    @Property(tries = 1000)
    void neverThrowsWhateverIsSent(@ForAll @Size(max = 300) byte[] body) {
        FormFields.parse(body).ifPresent(form -> {
            form.value();
            assertThat(FormFields.parse(form.without(Set.of()))).isPresent();
        });
    }

    @Property(tries = 1000)
    void bracketsNeverThrow(@ForAll("brackets") String body) {
        FormFields.parse(bytes(body)).ifPresent(FormFields::value);
    }

    @Provide
    Arbitrary<String> brackets() {
        return Arbitraries.of("a", "[", "]", "[]", "[0]", "[1]", "[b]", "=", "&", "1", "%5B", "%")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> values =
                Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(20);
        return Arbitraries.maps(names, values).ofMinSize(1).ofMaxSize(8);
    }

    private static Object value(String form) {
        return FormFields.parse(bytes(form)).orElseThrow().value().orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
