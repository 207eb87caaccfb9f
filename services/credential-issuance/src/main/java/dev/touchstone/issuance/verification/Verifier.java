package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.document.DocumentLimits;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.document.UnreadableDocument;
import dev.touchstone.issuance.lint.Finding;
import dev.touchstone.issuance.lint.Linter;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says whether a credential holds, check by check. Anybody may ask about anything, so every step has a limit, and the
 * answer to the most hostile document is a report like any other.
 */
public final class Verifier {

    private static final int MAX_MESSAGES = 5;

    private final JsonText json;
    private final EddsaRdfc2022 suite;
    private final CanonicalizationLimits limits;
    private final ProofsJudge proofs;
    private final StatusJudge status;

    public Verifier(JsonText json, EddsaRdfc2022 suite, CanonicalizationLimits limits) {
        this.json = json;
        this.suite = suite;
        this.limits = limits;
        this.proofs = new ProofsJudge(new ProofJudge(suite, limits));
        this.status = new StatusJudge(proofs, list -> Content.of(list, suite, limits));
    }

    /** Either the document or the report on why there is none. */
    public sealed interface Reading permits Document, Unreadable {}

    public record Document(Map<String, Object> members) implements Reading {}

    public record Unreadable(Report report) implements Reading {}

    public Reading read(byte[] bytes) {
        try {
            return new Document(json.read(bytes, DocumentLimits.STANDARD));
        } catch (UnreadableDocument unreadable) {
            return new Unreadable(Report.unreadable(unreadable.getMessage()));
        }
    }

    /** @param knowledge the answers to {@link Inquiry#about} */
    public Report verify(Document document, Knowledge knowledge, Instant now) {
        Node credential = new Node(document.members());
        Content content = Content.of(document.members(), suite, limits);
        ProofJudge.Finding finding = proofs.judge(content, knowledge, now);
        boolean readable = Linter.compactForm().check(document.members()).isEmpty();
        return Report.of(
                List.of(
                        CheckResult.pass(Check.PARSE, "the document is JSON"),
                        content.contexts(),
                        lint(Check.STRUCTURE, Linter.structure(), document, "its form is right"),
                        lint(Check.SEMANTICS, Linter.semantics(), document, "nothing in it contradicts itself"),
                        finding.issuer(),
                        finding.key(),
                        finding.proof(),
                        readable ? status.judge(credential, knowledge, now) : unread(Check.STATUS),
                        readable ? dates(credential, now) : unread(Check.DATES)),
                content.hex());
    }

    /** Where members have other names than their terms, one that is not found by its name may be there all the same. */
    private static CheckResult unread(Check check) {
        return CheckResult.unknown(
                check,
                "not read, because the document is not in compacted form: have its holder present it as it was issued,"
                        + " or compact it with its own contexts");
    }

    private static CheckResult lint(Check check, Linter linter, Document document, String praise) {
        List<Finding> findings = linter.check(document.members());
        return findings.isEmpty()
                ? CheckResult.pass(check, praise)
                : CheckResult.fail(
                        check,
                        findings.stream()
                                .limit(MAX_MESSAGES)
                                .map(finding -> finding.at() + ": " + finding.message())
                                .collect(Collectors.joining("; ")));
    }

    private static CheckResult dates(Node credential, Instant now) {
        try {
            Optional<Instant> from = instant(credential.get("validFrom"));
            Optional<Instant> until = instant(credential.get("validUntil"));
            if (from.filter(now::isBefore).isPresent()) {
                return CheckResult.fail(Check.DATES, "not valid before " + from.get());
            }
            if (until.filter(now::isAfter).isPresent()) {
                return CheckResult.fail(Check.DATES, "expired on " + until.get());
            }
            return CheckResult.pass(
                    Check.DATES, until.map(end -> "valid until " + end).orElse("valid, without an end"));
        } catch (DateTimeParseException malformed) {
            return CheckResult.fail(
                    Check.DATES, "its dates cannot be read: each must be one text, a date and time with an offset");
        }
    }

    private static Optional<Instant> instant(Node node) {
        return node.isPresent()
                ? Optional.of(OffsetDateTime.parse(node.text().orElse("")).toInstant())
                : Optional.empty();
    }
}
