package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** How the sender was authenticated. */
public enum SenderAuthentication {
    BASIC,
    HMAC,
    BEARER,
    OIDC,
    /** A signature that the sender made with a key of its own. */
    SIGNATURE,
    /** A signed JWT as the body. */
    JWT,
    /** A fixed secret in a header field or a form. */
    SECRET,
    /** Not at all: it knew the address. */
    NONE;

    /** By the word that interfaces and events use. */
    public static final Map<String, SenderAuthentication> WORDS = Words.of(SenderAuthentication.class);

    public String word() {
        return Words.word(this);
    }
}
