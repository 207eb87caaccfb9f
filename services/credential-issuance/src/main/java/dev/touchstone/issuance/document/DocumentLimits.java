package dev.touchstone.issuance.document;

/**
 * What a document from outside may cost before it is refused.
 *
 * @param maxBytes length of the JSON text
 * @param maxDepth nesting of objects and arrays
 * @param maxValues members and elements in the whole document
 * @param maxElements elements of one array; JSON-LD processing is quadratic in it
 */
public record DocumentLimits(int maxBytes, int maxDepth, int maxValues, int maxElements) {

    /** For documents written here. */
    public static final DocumentLimits OWN = new DocumentLimits(16 << 20, 32, 1_000_000, 100_000);

    /** For documents from anyone; enough for an award resting on 500 pieces of evidence. */
    public static final DocumentLimits STANDARD = new DocumentLimits(512 * 1024, 32, 20_000, 1_000);
}
