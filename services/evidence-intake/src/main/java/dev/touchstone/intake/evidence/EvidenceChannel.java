package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** The interface by which evidence came. */
public enum EvidenceChannel {
    XAPI,
    WEBHOOK,
    CLOUDEVENTS,
    FIRST_PARTY;

    /** By the word that interfaces and events use. */
    public static final Map<String, EvidenceChannel> WORDS = Words.of(EvidenceChannel.class);

    public String word() {
        return Words.word(this);
    }
}
