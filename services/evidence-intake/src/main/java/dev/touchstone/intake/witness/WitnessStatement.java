package dev.touchstone.intake.witness;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.evidence.Action;
import dev.touchstone.intake.evidence.Activity;
import dev.touchstone.intake.evidence.Content;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.EvidenceChannel;
import dev.touchstone.intake.evidence.EvidenceFacts;
import dev.touchstone.intake.evidence.EvidenceKind;
import dev.touchstone.intake.evidence.Provenance;
import dev.touchstone.intake.evidence.Result;
import dev.touchstone.intake.evidence.SenderAuthentication;
import dev.touchstone.intake.evidence.Submitter;
import dev.touchstone.intake.evidence.Trust;
import dev.touchstone.intake.people.Identity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a witness says.
 *
 * @param knewFrom since when they have known the work of the person
 * @param relation in which they stand to the person, in their words
 * @param confirms whether they bear out what the evidence claims
 */
public record WitnessStatement(String text, LocalDate knewFrom, String relation, boolean confirms) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** @throws dev.touchstone.intake.document.InvalidDocument with every mistake */
    public static WitnessStatement read(Map<String, Object> fields, Instant now) {
        Document statement = Document.of(fields);
        statement.allowOnly(Set.of("text", "knewFrom", "relation", "confirms"));
        Optional<String> text = statement.requiredText("text", 20_000);
        Optional<LocalDate> knewFrom = knewFrom(statement, now);
        Optional<String> relation = statement.requiredText("relation", 200);
        Optional<Boolean> confirms = statement.flag("confirms");
        if (statement.value("confirms").isEmpty()) {
            statement.violation("confirms", "is required");
        }
        statement.check();
        return new WitnessStatement(
                text.orElseThrow(), knewFrom.orElseThrow(), relation.orElseThrow(), confirms.orElseThrow());
    }

    /**
     * The statement as evidence about whoever asked for it. One that does not confirm is evidence too, of the contrary.
     *
     * @param about the statement is about the same thing, at the same time, for the same achievement
     * @param digest of the statement as received
     */
    public Evidence evidence(
            UUID id, WitnessRequest request, WitnessedEvidence about, String login, String digest, Instant now) {
        EvidenceFacts said = new EvidenceFacts(
                EvidenceKind.TESTIMONY,
                new Activity("urn:uuid:" + id, List.of(about.activityId()), EvidenceKind.TESTIMONY.word(), null),
                confirms ? Action.CLAIMED : Action.FAILED,
                new Result(null, null, null, null, confirms, null, null),
                about.occurredAt(),
                List.of(),
                about.basis(),
                about.achievementId());
        return new Evidence(
                id,
                request.requesterId(),
                Set.of(Identity.login(login)),
                said,
                now,
                digest,
                Trust.ATTESTED,
                new Provenance(null, null, EvidenceChannel.FIRST_PARTY, null, SenderAuthentication.OIDC),
                new Submitter(login, request.witnessId()),
                new Content(about.title() == null ? "Witness statement" : about.title(), text, null, List.of()));
    }

    private static Optional<LocalDate> knewFrom(Document statement, Instant now) {
        Optional<String> text = statement.requiredText("knewFrom", 10);
        try {
            Optional<LocalDate> date = text.map(LocalDate::parse);
            boolean plausible = date.filter(day -> !day.isBefore(EARLIEST)
                            && !day.isAfter(
                                    LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1)))
                    .isPresent();
            if (date.isPresent() && !plausible) {
                statement.violation("knewFrom", "must be after 1900 and not ahead");
            }
            return date;
        } catch (DateTimeException e) {
            statement.violation("knewFrom", "must be a date, as 2019-05-01");
            return Optional.empty();
        }
    }
}
