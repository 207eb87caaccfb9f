package dev.touchstone.intake.connection;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** The ways in which a sender of webhooks may prove who it is. */
public enum VerifierKind {
    /** A keyed digest over a text that the profile describes. */
    HMAC,
    /** Standard Webhooks 1.0.0. */
    STANDARD_WEBHOOKS,
    /** The body is itself a signed JWT. */
    JWT_BODY,
    /** HTTP message signatures (RFC 9421). */
    HTTP_SIGNATURE,
    /** HTTP Basic. */
    BASIC,
    /** A bearer token. */
    BEARER,
    /** A header field with a fixed value. */
    STATIC_HEADER,
    /** User and password among the fields of a form. */
    FORM_CREDENTIALS,
    /** Nothing but the address that it knows. */
    UNSIGNED;

    /** By the word that interfaces use. */
    public static final Map<String, VerifierKind> WORDS = Words.of(VerifierKind.class);

    public String word() {
        return Words.word(this);
    }
}
