package dev.touchstone.intake.cloudevents;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.JsonArbitraries;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventReaderTest {

    private static final String EVENT = """
            {'specversion':'1.0','id':'1','source':'/tickets','type':'ticket.resolved','time':'2026-11-20T15:21:00Z',
             'subject':'T-1','datacontenttype':'application/json','priority':3,'data':{'assignee':'ada'}}""";

    @Test
    void readsAnEvent() {
        CloudEvent event = CloudEventReader.read(json(EVENT), "");

        assertThat(event.id()).isEqualTo("1");
        assertThat(event.source()).isEqualTo("/tickets");
        assertThat(event.type()).isEqualTo("ticket.resolved");
        assertThat(event.attributes()).containsEntry("priority", 3).containsEntry("data", Map.of("assignee", "ada"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'specversion':'1.0' | 'specversion':'0.3' | /specversion",
                "'specversion':'1.0', | ~~ | /specversion",
                "'id':'1' | 'id':'' | /id",
                "'id':'1' | 'id':1 | /id",
                "'source':'/tickets' | 'source':'a b' | /source",
                "'source':'/tickets', | ~~ | /source",
                "'type':'ticket.resolved', | ~~ | /type",
                "'time':'2026-11-20T15:21:00Z' | 'time':'yesterday' | /time",
                "'time':'2026-11-20T15:21:00Z' | 'time':1732355000000 | /time",
                "'subject':'T-1' | 'subject':'' | /subject",
                "'datacontenttype':'application/json' | 'datacontenttype':'json' | /datacontenttype",
                "'subject':'T-1' | 'dataschema':'/relative' | /dataschema",
                "'priority':3 | 'Priority':3 | /Priority",
                "'priority':3 | 'prio_rity':3 | /prio_rity",
                "'priority':3 | 'priority':{} | /priority",
                "'priority':3 | 'priority':3.5 | /priority",
                "'priority':3 | 'priority':3000000000 | /priority",
                "'priority':3 | 'data_base64':'AQID' | /data_base64"
            })
    void refusesWithPointer(String sound, String broken, String pointer) {
        String text = EVENT.replace(sound, broken);

        InvalidDocument invalid =
                catchThrowableOfType(InvalidDocument.class, () -> CloudEventReader.read(json(text), ""));

        assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly(pointer);
    }

    @Test
    void nullIsAbsent() {
        CloudEvent event = CloudEventReader.read(json(EVENT.replace("'T-1'", "null")), "");

        assertThat(event.attributes()).doesNotContainKey("subject");
    }

    @Test
    void binaryModeDecodesPercentSigns() {
        Map<String, Object> attributes = BinaryMode.attributes(
                Map.of(
                        "ce-specversion",
                        "1.0",
                        "ce-id",
                        "1",
                        "ce-source",
                        "/t",
                        "ce-type",
                        "t",
                        "ce-subject",
                        "Z%C3%BCrich%20%22A+B%22"),
                "application/json",
                Map.of("a", 1),
                null);

        assertThat(CloudEventReader.read(attributes, "").attributes())
                .containsEntry("subject", "Zürich \"A+B\"")
                .containsEntry("datacontenttype", "application/json")
                .containsEntry("data", Map.of("a", 1));
    }

    @Test
    void binaryModeRefusesContentTypeAsAttribute() {
        InvalidDocument invalid = catchThrowableOfType(
                InvalidDocument.class,
                () -> BinaryMode.attributes(Map.of("ce-datacontenttype", "text/plain"), null, null, null));

        assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly("/datacontenttype");
    }

    @Test
    void binaryModeRefusesBrokenEncoding() {
        for (String broken : List.of("%", "%4", "%zz", "abc%")) {
            InvalidDocument invalid = catchThrowableOfType(
                    InvalidDocument.class, () -> BinaryMode.attributes(Map.of("ce-subject", broken), null, null, null));
            assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly("/subject");
        }
    }

    @Property
    void readsOrNamesTheMistakes(@ForAll("events") Object value) {
        try {
            CloudEventReader.read(value, "/3");
        } catch (InvalidDocument e) {
            assertThat(e.violations())
                    .isNotEmpty()
                    .allSatisfy(violation -> assertThat(violation.pointer()).startsWith("/3"));
        }
    }

    @Provide
    Arbitrary<Object> events() {
        Map<String, Object> sound = Map.of("specversion", "1.0", "id", "1", "source", "/t", "type", "t");
        return Arbitraries.of(
                        "specversion", "id", "source", "type", "time", "data", "data_base64", "other", "dataschema")
                .flatMap(name ->
                        JsonArbitraries.values().map(value -> JsonArbitraries.with(sound, List.of(name), value)));
    }
}
