package dev.touchstone.intake.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items of an array, each read strictly and on its own: one that gives a key twice or nests too deeply does not
 * take its neighbours with it. Only where the brackets do not match is nothing of it read.
 */
public final class JsonItems {

    private static final int DEEPEST = 1000;
    private static final JsonFactory BRACKETS = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonItems() {}

    /**
     * One item.
     *
     * @param value null also where there is a problem
     * @param problem null if it could be read; numbers and characters are not looked at yet, see {@link SoundValues}
     */
    public record Item(Object value, NotJson problem) {}

    /**
     * Empty if it is no array.
     *
     * @param most items that are read; one more is told, and no further
     * @throws NotJson if it is no JSON in UTF-8
     */
    public static Optional<List<Item>> read(byte[] body, int most) {
        String text = JsonValues.text(body);
        List<Item> items = new ArrayList<>();
        try (JsonParser brackets = BRACKETS.createParser(text)) {
            if (brackets.nextToken() != JsonToken.START_ARRAY) {
                JsonValues.read(text);
                return Optional.empty();
            }
            while (brackets.nextToken() != JsonToken.END_ARRAY && items.size() <= most) {
                int from = (int) brackets.currentTokenLocation().getCharOffset();
                brackets.skipChildren();
                brackets.finishToken();
                items.add(item(
                        text.substring(from, (int) brackets.currentLocation().getCharOffset())));
            }
            if (items.size() <= most && brackets.nextToken() != null) {
                throw new NotJson("something follows the end of the array");
            }
        } catch (IOException e) {
            throw new NotJson("it is not JSON, or nested too deeply");
        }
        return Optional.of(items);
    }

    private static Item item(String text) {
        try {
            return new Item(JsonValues.read(text), null);
        } catch (NotJson e) {
            return new Item(null, e);
        }
    }
}
