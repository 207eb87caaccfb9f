package dev.touchstone.assessment.achievement;

import java.time.Instant;
import java.util.UUID;

/**
 * A published version of an achievement. It never changes: a correction is a new version.
 *
 * @param id unique within the organisation
 * @param version from 1, without gaps
 * @param digest of the definition; the same definition has the same digest
 */
public record Achievement(
        String id, int version, Definition definition, String digest, Instant publishedAt, UUID publishedBy) {

    public String name() {
        return definition.meaning().name();
    }

    public Stakes stakes() {
        return definition.policy().stakes();
    }
}
