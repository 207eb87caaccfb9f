package dev.touchstone.profile.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Someone looked at other people's skills. Those who were seen can read it.
 *
 * @param viewerId null for a login that belongs to nobody we know
 * @param viewerLogin as the token names them
 * @param subject role, skill or unit asked about; null for a passport
 * @param seen the people who were in the answer
 */
public record Look(UUID viewerId, String viewerLogin, Kind kind, String subject, Instant at, List<UUID> seen) {

    /** What was asked for. */
    public enum Kind {
        PASSPORT,
        ROLE_FIT,
        UNIT,
        SKILL_SEARCH
    }

    public Look {
        seen = List.copyOf(seen);
    }
}
