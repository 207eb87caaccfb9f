package dev.touchstone.intake.bulk;

import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.evidence.Action;
import dev.touchstone.intake.evidence.Activity;
import dev.touchstone.intake.evidence.Basis;
import dev.touchstone.intake.evidence.Content;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.EvidenceChannel;
import dev.touchstone.intake.evidence.EvidenceFacts;
import dev.touchstone.intake.evidence.EvidenceKind;
import dev.touchstone.intake.evidence.Provenance;
import dev.touchstone.intake.evidence.Result;
import dev.touchstone.intake.evidence.SenderAuthentication;
import dev.touchstone.intake.evidence.SubmissionFields;
import dev.touchstone.intake.evidence.Trust;
import dev.touchstone.intake.people.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A row of an import: the fields of what a person hands in, and by what the person is known.
 *
 * @param key 64 hexadecimal digits: of the row's own id, or of the whole row where it has none
 * @param digest of the whole row
 */
public record ImportedRow(
        String key, String digest, Set<Identity> person, EvidenceFacts facts, Content content, String activityId) {

    /** Names of fields, as columns are called too. */
    public static final Set<String> FIELDS = Set.of(
            "id",
            "employeeNumber",
            "login",
            "mbox",
            "account",
            "kind",
            "activityId",
            "title",
            "text",
            "link",
            "occurredAt",
            "basis",
            "claim",
            "tags",
            "scaled");

    private static final String SOURCE = "import";
    private static final Map<String, EvidenceKind> KINDS = kinds();

    /** @throws dev.touchstone.intake.document.InvalidDocument with every mistake */
    public static ImportedRow read(Map<String, Object> fields, Instant now) {
        Document row = Document.of(fields);
        row.allowOnly(FIELDS);
        Optional<String> id = row.text("id", 200);
        Set<Identity> person = RowPerson.read(row);
        row.requiredText("kind", 40);
        Optional<EvidenceKind> kind = row.word("kind", KINDS);
        Optional<String> title = row.requiredText("title", Activity.LONGEST_NAME);
        Optional<String> text = row.text("text", 20_000);
        Optional<String> link = SubmissionFields.link(row);
        boolean needsContent =
                kind.filter(EvidenceKind.COURSE_COMPLETION::equals).isEmpty();
        if (needsContent && text.isEmpty() && link.isEmpty()) {
            row.violation("text", "or link is required");
        }
        Optional<Instant> occurredAt = SubmissionFields.occurredAt(row, now);
        Optional<String> achievement = row.object("claim").flatMap(SubmissionFields::achievement);
        Optional<Basis> basis = row.word("basis", Basis.WORDS);
        Optional<String> activity = row.text("activityId", Activity.LONGEST_ID);
        Optional<Double> scaled = row.number("scaled");
        scaled.filter(score -> score < -1 || score > 1)
                .ifPresent(score -> row.violation("scaled", "must be from -1 to 1"));
        List<String> tags = row.texts("tags", EvidenceFacts.MOST_TAGS, EvidenceFacts.LONGEST_TAG);
        row.check();
        String digest = hex(CanonicalForm.digest(fields));
        EvidenceFacts facts = new EvidenceFacts(
                kind.orElseThrow(),
                new Activity(
                        activity.orElse(""), List.of(), kind.orElseThrow().word(), needsContent ? null : title.get()),
                needsContent ? Action.CLAIMED : Action.COMPLETED,
                scaled.map(score -> new Result(score, null, null, null, null, null, null))
                        .orElse(Result.NONE),
                occurredAt.orElseThrow(),
                tags,
                basis.orElse(null),
                achievement.orElse(null));
        return new ImportedRow(
                id.map(own -> hex(CanonicalForm.sha256(("id " + own).getBytes(StandardCharsets.UTF_8))))
                        .orElse(digest),
                digest,
                person,
                facts,
                new Content(title.orElseThrow(), text.orElse(null), link.orElse(null), List.of()),
                activity.orElse(null));
    }

    /**
     * Somebody of the organisation says so, whoever it is about: attested. Nobody handed it in, so that an administrator
     * gains no right to read it by importing it.
     */
    public Evidence evidence(UUID id, UUID importId, Instant receivedAt) {
        Activity activity = facts.activity();
        EvidenceFacts complete = new EvidenceFacts(
                facts.kind(),
                activityId == null
                        ? new Activity("urn:uuid:" + id, List.of(), activity.type(), activity.name())
                        : activity,
                facts.action(),
                facts.result(),
                facts.occurredAt(),
                facts.tags(),
                facts.basis(),
                facts.achievementId());
        return new Evidence(
                id,
                null,
                person,
                complete,
                receivedAt,
                "sha256:" + digest,
                Trust.ATTESTED,
                new Provenance(null, SOURCE, EvidenceChannel.FIRST_PARTY, importId, SenderAuthentication.OIDC),
                null,
                content);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static Map<String, EvidenceKind> kinds() {
        Map<String, EvidenceKind> kinds = new LinkedHashMap<>();
        for (EvidenceKind kind :
                List.of(EvidenceKind.COURSE_COMPLETION, EvidenceKind.ARTEFACT, EvidenceKind.REFLECTION)) {
            kinds.put(kind.word(), kind);
        }
        return kinds;
    }
}
