package dev.touchstone.intake.adapter.xml;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.adapter.xml.XmlValues.NotXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlValuesTest {

    @Test
    void soapMessage() {
        // Given
        String message = """
                <?xml version="1.0" encoding="UTF-8"?>
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
                  <soap:Body><n:Completed xmlns:n="urn:x" id="7">
                    <n:User>ada</n:User><n:Course lang="en">Safe &amp; sound</n:Course>
                    <n:Tag>a</n:Tag><n:Tag>b</n:Tag><n:Tag><![CDATA[<c>]]></n:Tag><n:None/>
                  </n:Completed></soap:Body>
                </soap:Envelope>""";

        // When
        Object value = parse(message);

        // Then
        assertThat(value)
                .isEqualTo(json("{'Envelope':{'Body':{'Completed':{'@id':'7','User':'ada',"
                        + "'Course':{'@lang':'en','#text':'Safe & sound'},'Tag':['a','b','<c>'],'None':''}}}}"));
    }

    @Test
    void fileOfThisMachineDoesNotComeIn(@TempDir Path directory) throws IOException {
        // Given
        Path secret = Files.writeString(directory.resolve("secret"), "the secret");
        String message = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>";

        // Then
        assertThatThrownBy(() -> parse(message)).isInstanceOf(NotXml.class).hasMessageNotContaining("the secret");
    }

    @Test
    void entitiesDoNotUnfold() {
        // Given
        StringBuilder message = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int level = 1; level < 30; level++) {
            message.append("<!ENTITY l")
                    .append(level)
                    .append(" \"")
                    .append(("&l" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        message.append("]><a>&l29;</a>");

        // Then
        assertThatThrownBy(() -> parse(message.toString())).isInstanceOf(NotXml.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a b='1' b='2'/>",
                "<a>&x;</a>",
                "<a>&#0;</a>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM 'http://localhost:1/x'><a/>",
                "{\"a\":1}"
            })
    void refusesWhatIsNoMessage(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(NotXml.class);
    }

    @Test
    void refusesWhatIsDeepOrEndlessOrNotUtf8() {
        assertThatThrownBy(() -> parse("<a>".repeat(65) + "</a>".repeat(65)))
                .isInstanceOf(NotXml.class)
                .hasMessageContaining("deeply");
        assertThatThrownBy(() -> parse("<r>" + "<a/>".repeat(50_001) + "</r>"))
                .isInstanceOf(NotXml.class)
                .hasMessageContaining("too many");
        assertThatThrownBy(() -> XmlValues.parse(new byte[] {'<', 'a', '>', (byte) 0xff, '<', '/', 'a', '>'}))
                .isInstanceOf(NotXml.class)
                .hasMessageContaining("UTF-8");
    }

    @Property(tries = 1000)
    void bytesEitherParseOrAreRefused(@ForAll @Size(max = 200) byte[] body) {
        try {
            XmlValues.parse(body);
        } catch (NotXml refused) {
            assertThat(refused.getMessage()).startsWith("it ");
        }
    }

    @Property(tries = 1000)
    void nearlyXmlEitherParsesOrIsRefused(@ForAll("nearlyXml") String text) {
        try {
            parse(text);
        } catch (NotXml refused) {
            assertThat(refused.getMessage()).startsWith("it ");
        }
    }

    @Provide
    Arbitrary<String> nearlyXml() {
        return Arbitraries.of(
                        "<a>",
                        "</a>",
                        "<a/>",
                        "<b x='1'>",
                        "</b>",
                        "&amp;",
                        "&#x41;",
                        "&x;",
                        "<![CDATA[",
                        "]]>",
                        "<!--",
                        "-->",
                        "<?p i?>",
                        "<!DOCTYPE a [",
                        "]>",
                        "<!ENTITY x 'y'>",
                        "xmlns:n='u'",
                        "<n:c>",
                        "text",
                        "\u0001",
                        " ")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static Object parse(String text) {
        return XmlValues.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
