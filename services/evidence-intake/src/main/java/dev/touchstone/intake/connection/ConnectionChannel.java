package dev.touchstone.intake.connection;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** The interface that a connection uses. It decides how the sender authenticates. */
public enum ConnectionChannel {
    /** {@code /xapi}, HTTP Basic or a token of {@code /oauth2/token}. */
    XAPI,
    /** {@code POST /intake/v1/hooks/{connectionId}}, by the verifier profile. */
    WEBHOOK,
    /** {@code POST /intake/v1/events}, bearer token. */
    CLOUDEVENTS,
    /** {@code POST /intake/v1/people}, bearer token. */
    PEOPLE,
    /** {@code /scim/v2}, bearer token. */
    SCIM;

    /** By the word that interfaces and events use. */
    public static final Map<String, ConnectionChannel> WORDS = Words.of(ConnectionChannel.class);

    public String word() {
        return Words.word(this);
    }
}
