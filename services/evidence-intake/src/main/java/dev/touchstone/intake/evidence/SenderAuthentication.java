package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** How the sender was authenticated. */
public enum SenderAuthentication {
    BASIC,
    HMAC,
    BEARER,
    OIDC;

    /** By the word that interfaces and events use. */
    public static final Map<String, SenderAuthentication> WORDS = Words.of(SenderAuthentication.class);

    public String word() {
        return Words.word(this);
    }
}
