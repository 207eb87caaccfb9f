package dev.touchstone.intake.xapi.store;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.xapi.store.DocumentChange.Remove;
import dev.touchstone.intake.xapi.store.DocumentChange.Write;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a request does to a document (1.0.3 part three, sections 2.2 and 3.1; 2.0, section 4.1.4). */
public final class DocumentDecision {

    private final Preconditions preconditions;
    private final Json json;

    public DocumentDecision(Preconditions preconditions, Json json) {
        this.preconditions = preconditions;
        this.json = json;
    }

    /** How JSON is read and written. */
    public interface Json {

        /** @throws InvalidDocument if it is not JSON */
        Object read(byte[] content);

        byte[] write(Object value);
    }

    /** A refusal that has to do with what the document is at present. */
    public static final class Refused extends RuntimeException {

        private final boolean unconditional;

        private Refused(boolean unconditional, String message) {
            super(message, null, false, false);
            this.unconditional = unconditional;
        }

        /** Whether the request should have had a condition; else its condition was not met. */
        public boolean unconditional() {
            return unconditional;
        }
    }

    /** Whatever is there is overwritten. */
    public DocumentChange put(Optional<XapiDocument> present, XapiDocument document) {
        requireMet(present);
        return new Write(document);
    }

    /**
     * What is there is overwritten under a condition only.
     *
     * @param always whether the condition has to be there even when the document is not (1.0.3)
     */
    public DocumentChange putCarefully(Optional<XapiDocument> present, XapiDocument document, boolean always) {
        if (!preconditions.given() && present.isPresent()) {
            throw new Refused(
                    true,
                    "There is a document already. Read it, and send If-Match with its ETag to replace it, or"
                            + " If-None-Match: * to write it only if there is none.");
        }
        if (!preconditions.given() && always) {
            throw new InvalidDocument("If-None-Match", "or If-Match is required");
        }
        return put(present, document);
    }

    /** Properties of the first level are replaced one by one, if both are JSON objects. */
    public DocumentChange post(Optional<XapiDocument> present, XapiDocument document) {
        requireMet(present);
        Map<?, ?> posted = document.isJson() ? object(document, "must be a JSON object") : null;
        if (present.isEmpty()) {
            return new Write(document);
        }
        if (posted == null || !present.get().isJson()) {
            throw new InvalidDocument("", "can be merged only if both it and what is there are application/json");
        }
        Map<Object, Object> merged = new LinkedHashMap<>(object(present.get(), "cannot be merged with what is there"));
        merged.putAll(posted);
        return new Write(new XapiDocument(document.contentType(), json.write(merged), document.updated()));
    }

    public DocumentChange delete(Optional<XapiDocument> present) {
        requireMet(present);
        return new Remove();
    }

    private void requireMet(Optional<XapiDocument> present) {
        if (!preconditions.metBy(present)) {
            throw new Refused(false, "The document is not what If-Match or If-None-Match say.");
        }
    }

    private Map<?, ?> object(XapiDocument document, String otherwise) {
        if (json.read(document.content()) instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidDocument("", otherwise);
    }
}
