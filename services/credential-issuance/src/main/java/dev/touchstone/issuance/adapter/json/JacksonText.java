package dev.touchstone.issuance.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.issuance.document.DocumentLimits;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.document.UnreadableDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link JsonText} on Jackson's streaming parser, so that a document over the limits is refused before it is built. */
public final class JacksonText implements JsonText {

    private final ObjectMapper writer = new ObjectMapper();

    @Override
    public Map<String, Object> read(byte[] json, DocumentLimits limits) {
        if (json.length > limits.maxBytes()) {
            throw new UnreadableDocument("longer than " + limits.maxBytes() + " bytes");
        }
        try (JsonParser parser = factory(limits).createParser(json)) {
            Reader reader = new Reader(parser, limits);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableDocument("not a JSON object");
            }
            Map<String, Object> document = reader.object();
            if (parser.nextToken() != null) {
                throw new UnreadableDocument("something follows the JSON object");
            }
            return document;
        } catch (JsonProcessingException broken) {
            throw new UnreadableDocument("not JSON, or a name given twice, or nested deeper than " + limits.maxDepth()
                    + ", near line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public byte[] write(Map<String, Object> document) {
        try {
            return writer.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonFactory factory(DocumentLimits limits) {
        return new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxNumberLength(50)
                        .build())
                .build();
    }

    /** Reads by recursion: the parser itself bounds the depth. */
    private static final class Reader {

        private final JsonParser parser;
        private final DocumentLimits limits;
        private int values;

        Reader(JsonParser parser, DocumentLimits limits) {
            this.parser = parser;
            this.limits = limits;
        }

        Map<String, Object> object() throws IOException {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value());
            }
            return members;
        }

        private List<Object> array() throws IOException {
            List<Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value());
                if (elements.size() > limits.maxElements()) {
                    throw new UnreadableDocument("a list of more than " + limits.maxElements() + " elements");
                }
            }
            return elements;
        }

        private Object value() throws IOException {
            values++;
            if (values > limits.maxValues()) {
                throw new UnreadableDocument("more than " + limits.maxValues() + " values");
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT -> parser.getNumberValue();
                case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                default -> null;
            };
        }
    }
}
