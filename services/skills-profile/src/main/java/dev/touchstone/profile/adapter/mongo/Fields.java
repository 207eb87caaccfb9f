package dev.touchstone.profile.adapter.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** Values on their way in and out of documents. Dates have milliseconds; identifiers are kept as text, for people's eyes. */
final class Fields {

    private Fields() {}

    static Date date(Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    static Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    static UUID uuid(Document document, String field) {
        String text = document.getString(field);
        return text == null ? null : UUID.fromString(text);
    }

    static List<Document> list(Document document, String field) {
        List<Document> items = document.getList(field, Document.class);
        return items == null ? List.of() : items;
    }

    static int number(Document document, String field) {
        return ((Number) document.get(field)).intValue();
    }

    static long longNumber(Document document, String field) {
        return ((Number) document.get(field)).longValue();
    }

    /** Puts a value that is there, and nothing for one that is not. */
    static void put(Document document, String field, Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
