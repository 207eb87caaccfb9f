package dev.touchstone.intake.xapi.query;

import dev.touchstone.intake.document.CanonicalForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * By what statements are looked up. A key is a digest of organisation, kind and value: short, of one length, and never
 * the same for two organisations.
 */
public enum FilterKey {
    VERB,
    AGENT,
    RELATED_AGENT,
    ACTIVITY,
    RELATED_ACTIVITY,
    /** Verb and activity at once: each alone may be in every second statement, both together rarely are. */
    VERB_AND_ACTIVITY,
    REGISTRATION;

    public UUID of(String tenant, String value) {
        String text = tenant + "\n" + name() + "\n" + value;
        ByteBuffer digest = ByteBuffer.wrap(CanonicalForm.sha256(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /** The value for a verb and an activity; neither holds white space. */
    static String both(String verb, String activity) {
        return verb + " " + activity;
    }
}
