package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.file.AttachedFile;
import dev.touchstone.intake.people.Identity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a person hands in.
 *
 * @param files digests of what the person uploaded before
 * @param occurredAt when it happened, which may be long ago
 * @param about the person a testimony is about; null if it is about oneself
 */
public record Submission(
        EvidenceKind kind,
        String title,
        String text,
        String link,
        List<String> files,
        Instant occurredAt,
        Basis basis,
        String achievementId,
        List<String> tags,
        UUID about) {

    public static final int MOST_FILES = 10;

    private static final Map<String, EvidenceKind> KINDS = kinds();
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /** @throws dev.touchstone.intake.document.InvalidDocument with every mistake */
    public static Submission read(Map<String, Object> fields, Instant now) {
        Document submission = Document.of(fields);
        submission.allowOnly(
                Set.of("kind", "title", "text", "link", "occurredAt", "basis", "claim", "tags", "files", "personId"));
        submission.requiredText("kind", 40);
        Optional<EvidenceKind> kind = submission.word("kind", KINDS);
        Optional<String> title = submission.requiredText("title", 300);
        Optional<String> text = submission.text("text", 20_000);
        Optional<String> link = SubmissionFields.link(submission);
        List<String> files = files(submission);
        if (text.isEmpty() && link.isEmpty() && files.isEmpty()) {
            submission.violation("text", "or link or files is required");
        }
        Optional<Instant> occurredAt = SubmissionFields.occurredAt(submission, now);
        Optional<String> achievement = submission.object("claim").flatMap(SubmissionFields::achievement);
        Optional<UUID> about = about(submission, kind);
        Optional<Basis> basis = submission.word("basis", Basis.WORDS);
        List<String> tags = submission.texts("tags", EvidenceFacts.MOST_TAGS, EvidenceFacts.LONGEST_TAG);
        submission.check();
        return new Submission(
                kind.orElseThrow(),
                title.orElseThrow(),
                text.orElse(null),
                link.orElse(null),
                files,
                occurredAt.orElseThrow(),
                basis.orElse(null),
                achievement.orElse(null),
                tags,
                about.orElse(null));
    }

    /**
     * @param body as received
     * @param attached what is stored of the files, in their order
     * @param submitter the person behind the login; null while nobody is known by it
     */
    public Evidence evidence(
            UUID id, byte[] body, String login, UUID submitter, List<AttachedFile> attached, Instant receivedAt) {
        EvidenceFacts facts = new EvidenceFacts(
                kind,
                new Activity("urn:uuid:" + id, List.of(), kind.word(), null),
                Action.CLAIMED,
                Result.NONE,
                occurredAt,
                tags,
                basis,
                achievementId);
        return new Evidence(
                id,
                about,
                Set.of(Identity.login(login)),
                facts,
                receivedAt,
                CanonicalForm.label(body),
                about == null ? Trust.DECLARED : Trust.ATTESTED,
                new Provenance(null, null, EvidenceChannel.FIRST_PARTY, null, SenderAuthentication.OIDC),
                new Submitter(login, submitter),
                new Content(title, text, link, attached));
    }

    private static List<String> files(Document submission) {
        List<String> files = submission.texts("files", MOST_FILES, 80);
        if (!files.stream().allMatch(digest -> DIGEST.matcher(digest).matches())) {
            submission.violation("files", "must hold digests as the upload answered them");
        }
        return files;
    }

    private static Optional<UUID> about(Document submission, Optional<EvidenceKind> kind) {
        Optional<String> text = submission.text("personId", 36);
        if (text.isPresent() && kind.filter(EvidenceKind.TESTIMONY::equals).isEmpty()) {
            submission.violation("personId", "is for testimonies only");
        }
        try {
            return text.map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            submission.violation("personId", "must be a UUID");
            return Optional.empty();
        }
    }

    private static Map<String, EvidenceKind> kinds() {
        Map<String, EvidenceKind> kinds = new LinkedHashMap<>();
        for (EvidenceKind kind : List.of(EvidenceKind.ARTEFACT, EvidenceKind.REFLECTION, EvidenceKind.TESTIMONY)) {
            kinds.put(kind.word(), kind);
        }
        return kinds;
    }
}
