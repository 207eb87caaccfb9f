package dev.touchstone.intake.evidence;

import java.util.UUID;

/**
 * Who wants to read evidence.
 *
 * @param personId null if nobody is known by the login
 * @param assessor whether they judge cases at all: as an assessor, or as a moderator where two do not agree
 */
public record Reader(String login, UUID personId, boolean assessor) {}
