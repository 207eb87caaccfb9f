package dev.touchstone.issuance.proof;

import java.util.Map;

/** RDF Dataset Canonicalization (RDFC-1.0, SHA-256) of a JSON-LD document with pinned contexts and no network. */
public interface Canonicalizer {

    /**
     * The canonical N-Quads of the document.
     *
     * @throws CanonicalizationFailed when a context is not among the pinned ones, when any part of the document would be
     *     left out of the quads and so out of the signature, or when the document costs more than the limits allow
     */
    String canonicalize(Map<String, Object> document, CanonicalizationLimits limits);
}
