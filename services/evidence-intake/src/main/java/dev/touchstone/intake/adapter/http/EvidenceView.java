package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.adapter.postgres.StoredEvidence;
import dev.touchstone.intake.evidence.Content;
import java.util.UUID;

/**
 * Evidence as those entitled see it.
 *
 * @param evidence what the other services are told of it
 * @param content what was handed in; absent on evidence from systems, and once it is taken back
 * @param testimony what a witness who was asked for it says beside the text; absent on everything else
 */
public record EvidenceView(
        UUID evidenceId,
        String state,
        String parkedReason,
        EvidenceSubmitted evidence,
        Content content,
        StoredEvidence.Testimony testimony) {

    static EvidenceView of(StoredEvidence stored) {
        return new EvidenceView(
                stored.id(),
                stored.state().word(),
                stored.parkedReason(),
                stored.document(),
                stored.content(),
                stored.testimony());
    }
}
