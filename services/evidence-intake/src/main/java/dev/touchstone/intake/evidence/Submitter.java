package dev.touchstone.intake.evidence;

import java.util.UUID;

/**
 * Who handed evidence in.
 *
 * @param login subject at the OpenID provider
 * @param personId null while nobody is known by that login
 */
public record Submitter(String login, UUID personId) {

    Submitter knownAs(UUID person, Trust trust) {
        return trust == Trust.DECLARED ? new Submitter(login, person) : this;
    }
}
