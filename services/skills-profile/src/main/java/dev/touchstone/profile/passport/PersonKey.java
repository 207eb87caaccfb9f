package dev.touchstone.profile.passport;

import java.util.UUID;

/** Whose passport it is: a person of an organisation. Person ids mean nothing outside their organisation. */
public record PersonKey(String tenant, UUID personId) {

    /** The same text as the key of the person's events, {@code tenant:personId}. */
    public String text() {
        return tenant + ":" + personId;
    }
}
