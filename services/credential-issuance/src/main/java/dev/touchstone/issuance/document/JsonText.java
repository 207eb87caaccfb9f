package dev.touchstone.issuance.document;

import java.util.Map;

/** JSON text to plain Java and back. Objects keep their order. */
public interface JsonText {

    /**
     * Reads one JSON object.
     *
     * @throws UnreadableDocument when the bytes are no JSON object, name a member twice, nest deeper or hold more values
     *     than the limits allow
     */
    Map<String, Object> read(byte[] json, DocumentLimits limits);

    /** UTF-8, without insignificant white space. */
    byte[] write(Map<String, Object> document);
}
