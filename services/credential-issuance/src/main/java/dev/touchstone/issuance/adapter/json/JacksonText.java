package dev.touchstone.issuance.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
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
        } catch (IOException broken) {
            throw new UnreadableDocument("not JSON in UTF-8, or a name given twice, or nested deeper than "
                    + limits.maxDepth() + place(broken));
        }
    }

    private static String place(IOException broken) {
        JsonLocation location = broken instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null ? "" : ", near line " + location.getLineNr() + ", column " + location.getColumnNr();
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
                String name = wellFormed(parser.currentName());
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

        /** Half a surrogate pair has no UTF-8: two different texts would have the same digest. */
        private static String wellFormed(String text) {
            for (int i = 0; i < text.length(); i++) {
                char unit = text.charAt(i);
                if (Character.isSurrogate(unit)) {
                    boolean paired = Character.isHighSurrogate(unit)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (!paired) {
                        throw new UnreadableDocument("a text holds half a character (an unpaired surrogate)");
                    }
                    i++;
                }
            }
            return text;
        }

        private Object value() throws IOException {
            values++;
            if (values > limits.maxValues()) {
                throw new UnreadableDocument("more than " + limits.maxValues() + " values");
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> wellFormed(parser.getText());
                case VALUE_NUMBER_INT -> parser.getNumberValue();
                case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                default -> null;
            };
        }
    }
}
