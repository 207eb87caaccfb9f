package dev.touchstone.intake.delivery;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** What became of a delivery. */
public enum DeliveryState {
    /** Evidence or changes of people came of it. */
    ACCEPTED,
    /** Nothing in it that this organisation asked for. */
    IGNORED,
    /** Authentic, but it could not be read; may be replayed once the cause is removed. */
    PARKED,
    /** A notification, about which the system is being asked. */
    FETCHING;

    /** By the word that interfaces and events use. */
    public static final Map<String, DeliveryState> WORDS = Words.of(DeliveryState.class);

    public String word() {
        return Words.word(this);
    }
}
