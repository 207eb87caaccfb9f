package dev.touchstone.intake.xapi.store;

import dev.touchstone.intake.document.CanonicalForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What documents belong to.
 *
 * @param activity IRI; null for profiles of agents
 * @param agent what the agent is told by; null for profiles of activities
 * @param registration null unless state belongs to one
 */
public record DocumentScope(DocumentKind kind, String activity, String agent, UUID registration) {

    /** Short, and never the same for two organisations. The registration is not part of it. */
    public UUID key(String tenant) {
        String text = tenant + "\n" + kind + "\n" + activity + "\n" + agent;
        ByteBuffer digest = ByteBuffer.wrap(CanonicalForm.sha256(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
