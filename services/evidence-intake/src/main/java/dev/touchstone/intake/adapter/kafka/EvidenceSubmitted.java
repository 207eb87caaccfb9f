package dev.touchstone.intake.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.intake.evidence.Activity;
import dev.touchstone.intake.evidence.Basis;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.EvidenceFacts;
import dev.touchstone.intake.evidence.Provenance;
import dev.touchstone.intake.evidence.Result;
import dev.touchstone.intake.evidence.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Data of the event {@code EvidenceSubmitted}; see its schema in the contracts. It is also how evidence is stored and
 * shown, without {@code personId} while nobody is known.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EvidenceSubmitted(
        UUID evidenceId,
        UUID personId,
        String kind,
        ActivityData activity,
        String action,
        Result result,
        Instant occurredAt,
        Instant receivedAt,
        String digest,
        String trust,
        String basis,
        Claim claim,
        List<String> tags,
        List<FileData> files,
        ProvenanceData provenance) {

    public static final String TOPIC = "touchstone.evidence";
    public static final String TYPE = "dev.touchstone.evidence.submitted.v1";

    /** What was done. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ActivityData(String id, List<String> alternateIds, String type, String name) {}

    /** The achievement it is offered for. */
    public record Claim(String achievementId) {}

    /** A file that belongs to it: what it is, but neither its name nor its content. */
    public record FileData(String digest, String mediaType, long size) {}

    /** Where it came from. */
    public record ProvenanceData(
            UUID connectionId, String source, String channel, UUID deliveryId, String auth, UUID submittedBy) {

        ProvenanceData submittedBy(UUID person) {
            return new ProvenanceData(connectionId, source, channel, deliveryId, auth, person);
        }
    }

    public static EvidenceSubmitted of(Evidence evidence) {
        EvidenceFacts facts = evidence.facts();
        return new EvidenceSubmitted(
                evidence.id(),
                evidence.personId(),
                facts.kind().word(),
                activity(facts.activity()),
                facts.action().word(),
                facts.result().equals(Result.NONE) ? null : facts.result(),
                facts.occurredAt(),
                evidence.receivedAt(),
                evidence.digest(),
                evidence.trust().word(),
                Optional.ofNullable(facts.basis()).map(Basis::word).orElse(null),
                facts.achievementId() == null ? null : new Claim(facts.achievementId()),
                facts.tags(),
                files(evidence),
                provenance(evidence));
    }

    /** The same about a person who is now known; whoever declared it themselves is known with it. */
    public EvidenceSubmitted about(UUID person) {
        boolean declared = Trust.DECLARED.word().equals(trust) && provenance.connectionId() == null;
        return new EvidenceSubmitted(
                evidenceId,
                person,
                kind,
                activity,
                action,
                result,
                occurredAt,
                receivedAt,
                digest,
                trust,
                basis,
                claim,
                tags,
                files,
                declared ? provenance.submittedBy(person) : provenance);
    }

    private static ActivityData activity(Activity activity) {
        return new ActivityData(activity.id(), activity.alternateIds(), activity.type(), activity.name());
    }

    private static List<FileData> files(Evidence evidence) {
        return evidence.content() == null
                ? List.of()
                : evidence.content().files().stream()
                        .map(file -> new FileData(file.digest(), file.mediaType(), file.size()))
                        .toList();
    }

    private static ProvenanceData provenance(Evidence evidence) {
        Provenance provenance = evidence.provenance();
        return new ProvenanceData(
                provenance.connectionId(),
                provenance.source(),
                provenance.channel().word(),
                provenance.deliveryId(),
                provenance.auth().word(),
                evidence.submittedBy().orElse(null));
    }
}
