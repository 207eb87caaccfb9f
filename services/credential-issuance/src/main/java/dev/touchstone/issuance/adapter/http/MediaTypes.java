package dev.touchstone.issuance.adapter.http;

/** Representations of credentials and what surrounds them. */
final class MediaTypes {

    static final String CREDENTIAL = "application/vc+ld+json";
    static final String CREDENTIAL_SHORT = "application/vc";
    static final String JSON_LD = "application/ld+json";
    static final String JSON = "application/json";
    static final String SVG = "image/svg+xml";

    /** A little less than the documents, so that a reader who takes anything gets the document. */
    static final String PAGE = "text/html;charset=UTF-8;qs=0.9";

    private MediaTypes() {}
}
