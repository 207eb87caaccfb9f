package dev.touchstone.intake.evidence;

import java.util.UUID;

/**
 * Who wants to read evidence.
 *
 * @param personId null if nobody is known by the login
 * @param assessor whether they hold that role
 */
public record Reader(String login, UUID personId, boolean assessor) {}
