package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.evidence.Content;
import dev.touchstone.intake.evidence.EvidenceState;
import dev.touchstone.intake.evidence.Retraction;
import dev.touchstone.intake.file.AttachedFile;
import java.util.List;
import java.util.UUID;

/**
 * Evidence as stored.
 *
 * @param parkedReason null once its person is known
 * @param submitterLogin who handed it in; null for systems
 * @param content null on evidence from systems, and once it is taken back
 * @param retraction null unless it is taken back
 * @param testimony null unless a witness was asked for it
 */
public record StoredEvidence(
        UUID id,
        UUID personId,
        String parkedReason,
        String submitterLogin,
        EvidenceSubmitted document,
        Content content,
        Retraction retraction,
        Testimony testimony) {

    /**
     * What a witness says beside the text.
     *
     * @param evidenceId that the statement is about
     * @param relation null once the statement is taken back
     * @param knewFrom a date; null once the statement is taken back
     */
    public record Testimony(UUID evidenceId, String relation, String knewFrom, boolean confirms) {}

    static final String COLUMNS = """
            id, person_id, parked_reason, submitter_login, cast(document as text), title, body, link,
            (select cast(json_agg(json_build_object(
                         'digest', file.digest, 'name', file.name, 'mediaType', file.media_type, 'size', file.size)
                         order by file.position) as text)
             from evidence_file as file
             where file.tenant_id = evidence.tenant_id and file.evidence_id = evidence.id),
            retraction,
            (select cast(json_build_object(
                         'evidenceId', said.evidence_id, 'relation', said.relation, 'knewFrom', said.knew_from,
                         'confirms', said.confirms) as text)
             from witness_request as said
             where said.tenant_id = evidence.tenant_id and said.statement_id = evidence.id)""";

    public EvidenceState state() {
        if (retraction != null) {
            return retraction.state();
        }
        return personId == null ? EvidenceState.PARKED : EvidenceState.SUBMITTED;
    }

    static StoredEvidence of(Object[] row) {
        String title = (String) row[5];
        return new StoredEvidence(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                read((String) row[4]),
                title == null ? null : new Content(title, (String) row[6], (String) row[7], files((String) row[8])),
                row[9] == null ? null : Retraction.WORDS.get(row[9]),
                testimony((String) row[10]));
    }

    private static List<AttachedFile> files(String json) {
        try {
            return json == null ? List.of() : Json.TOLERANT.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("files of stored evidence cannot be read", e);
        }
    }

    private static Testimony testimony(String json) {
        try {
            return json == null ? null : Json.TOLERANT.readValue(json, Testimony.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored testimony cannot be read", e);
        }
    }

    static EvidenceSubmitted read(String document) {
        try {
            return Json.TOLERANT.readValue(document, EvidenceSubmitted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored evidence cannot be read", e);
        }
    }
}
