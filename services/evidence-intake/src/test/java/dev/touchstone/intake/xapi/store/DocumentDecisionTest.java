package dev.touchstone.intake.xapi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.xapi.store.DocumentChange.Remove;
import dev.touchstone.intake.xapi.store.DocumentChange.Write;
import dev.touchstone.intake.xapi.store.DocumentDecision.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentDecisionTest {

    private static final DocumentDecision.Json JSON = new DocumentDecision.Json() {
        @Override
        public Object read(byte[] content) {
            return JsonValues.exact(content);
        }

        @Override
        public byte[] write(Object value) {
            return JsonValues.whole(value).getBytes(StandardCharsets.UTF_8);
        }
    };
    private static final XapiDocument OLD = json("{\"a\":{\"x\":1},\"b\":2}");
    private static final XapiDocument NEW = json("{\"a\":{\"y\":1}}");

    @Test
    void overwritesUnderItsConditionOnly() {
        assertThat(decision("\"" + OLD.etag() + "\"", null).putCarefully(Optional.of(OLD), NEW, true))
                .isEqualTo(new Write(NEW));
        assertThat(decision("W/\"" + OLD.etag() + "\", \"x\"", null).putCarefully(Optional.of(OLD), NEW, true))
                .isEqualTo(new Write(NEW));
        assertThat(decision(null, "*").putCarefully(Optional.empty(), NEW, true))
                .isEqualTo(new Write(NEW));
        assertThatThrownBy(() -> decision(null, "*").putCarefully(Optional.of(OLD), NEW, true))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.unconditional()).isFalse());
        assertThatThrownBy(() -> decision("\"x\"", null).putCarefully(Optional.empty(), NEW, true))
                .isInstanceOf(Refused.class);
    }

    @Test
    void asksForAConditionWhereThereIsSomethingToLose() {
        assertThatThrownBy(() -> decision(null, null).putCarefully(Optional.of(OLD), NEW, false))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.unconditional()).isTrue());
        assertThat(decision(null, null).putCarefully(Optional.empty(), NEW, false))
                .isEqualTo(new Write(NEW));
        assertThatThrownBy(() -> decision(null, null).putCarefully(Optional.empty(), NEW, true))
                .isInstanceOf(InvalidDocument.class);
        assertThat(decision(null, null).put(Optional.of(OLD), NEW)).isEqualTo(new Write(NEW));
    }

    @Test
    void mergesObjectsOneLevelDeep() {
        Write write = (Write) decision(null, null).post(Optional.of(OLD), NEW);

        assertThat(new String(write.document().content(), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":{\"y\":1},\"b\":2}");
    }

    @Test
    void mergesNothingElse() {
        XapiDocument text = new XapiDocument("text/plain", new byte[] {1}, Instant.EPOCH);

        assertThatThrownBy(() -> decision(null, null).post(Optional.of(OLD), text))
                .isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> decision(null, null).post(Optional.of(text), NEW))
                .isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> decision(null, null).post(Optional.empty(), json("[]")))
                .isInstanceOf(InvalidDocument.class);
        assertThat(decision(null, null).post(Optional.empty(), text)).isEqualTo(new Write(text));
    }

    @Test
    void removesUnderItsCondition() {
        assertThat(decision(null, null).delete(Optional.of(OLD))).isEqualTo(new Remove());
        assertThatThrownBy(() -> decision("\"x\"", null).delete(Optional.of(OLD)))
                .isInstanceOf(Refused.class);
    }

    private static DocumentDecision decision(String match, String noneMatch) {
        return new DocumentDecision(new Preconditions(match, noneMatch), JSON);
    }

    private static XapiDocument json(String text) {
        return new XapiDocument(
                "application/json; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }
}
