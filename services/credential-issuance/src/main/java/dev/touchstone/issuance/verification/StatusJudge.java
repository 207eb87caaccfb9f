package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.status.Bitstring;
import dev.touchstone.issuance.status.StatusEntry;
import dev.touchstone.issuance.status.StatusList;
import dev.touchstone.issuance.verification.ProofJudge.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads status entries (Bitstring Status List 1.0 section 3.2). Whatever is wrong with a list leaves the status unknown,
 * never good.
 */
final class StatusJudge {

    private static final int MAX_ENTRIES = 8;

    private final ProofsJudge proofs;
    private final Function<Map<String, Object>, Content> contentOf;

    StatusJudge(ProofsJudge proofs, Function<Map<String, Object>, Content> contentOf) {
        this.proofs = proofs;
        this.contentOf = contentOf;
    }

    CheckResult judge(Node credential, Knowledge knowledge, Instant now) {
        List<Node> entries = credential.get("credentialStatus").items();
        if (entries.isEmpty()) {
            return withoutEntry(credential, knowledge);
        }
        if (entries.size() > MAX_ENTRIES) {
            return unknown("more than " + MAX_ENTRIES + " status entries are not looked at");
        }
        List<CheckResult> results = new ArrayList<>();
        for (Node entry : entries) {
            results.add(entry(entry, credential, knowledge, now));
        }
        return results.stream().min(Comparator.comparingInt(StatusJudge::rank)).orElseThrow();
    }

    /** Everything signed here can be revoked, the status lists themselves aside, so an entry that is missing was taken out. */
    private static CheckResult withoutEntry(Node credential, Knowledge knowledge) {
        boolean ours = knowledge.issuerKeys().isPresent();
        if (ours && !credential.get("type").texts().contains(StatusList.TYPE)) {
            return CheckResult.fail(
                    Check.STATUS,
                    "the issuer gives every credential a status entry and this one has none: ask its holder for the"
                            + " credential as it was issued");
        }
        return CheckResult.pass(Check.STATUS, "the credential has no status entry, so it cannot be revoked");
    }

    private static int rank(CheckResult result) {
        return switch (result.outcome()) {
            case FAIL -> 0;
            case UNKNOWN -> 1;
            case PASS -> 2;
        };
    }

    private CheckResult entry(Node entry, Node credential, Knowledge knowledge, Instant now) {
        Optional<String> purpose = entry.get("statusPurpose").text();
        Optional<Integer> index = index(entry.get("statusListIndex"));
        if (!entry.get("type").texts().contains(StatusEntry.TYPE)) {
            return unknown("status entries of this kind are not read in this release");
        }
        if (purpose.isEmpty() || index.isEmpty()) {
            return unknown("the status entry is malformed");
        }
        Map<String, Object> list = knowledge
                .statusLists()
                .get(entry.get("statusListCredential").text().orElse(""));
        if (list == null) {
            return unknown("the status list is not here; lists of others are not fetched in this release");
        }
        Optional<String> flaw = flaw(list, credential, purpose.get(), knowledge, now);
        return flaw.map(StatusJudge::unknown).orElseGet(() -> read(list, purpose.get(), index.get()));
    }

    private static CheckResult read(Map<String, Object> list, String purpose, int index) {
        try {
            Bitstring bits = Bitstring.decode(new Node(list)
                    .get("credentialSubject")
                    .get("encodedList")
                    .text()
                    .orElse(""));
            if (!bits.isSet(index)) {
                return CheckResult.pass(Check.STATUS, "the issuer's list shows no " + purpose);
            }
            return CheckResult.fail(
                    Check.STATUS,
                    switch (purpose) {
                        case StatusEntry.REVOCATION -> "revoked by the issuer";
                        case "suspension" -> "suspended by the issuer";
                        default -> "the issuer's list marks it: " + purpose;
                    });
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return unknown("the status list cannot be read: " + malformed.getMessage());
        }
    }

    /** A list counts only when it is by the same issuer, for the same purpose and signed. */
    private Optional<String> flaw(
            Map<String, Object> list, Node credential, String purpose, Knowledge knowledge, Instant now) {
        Node node = new Node(list);
        Node subject = node.get("credentialSubject");
        if (!node.get("issuer").id().equals(credential.get("issuer").id())) {
            return Optional.of("the status list is by another issuer");
        }
        boolean typed = node.get("type").texts().contains(StatusList.TYPE)
                && subject.get("type").texts().contains(StatusList.SUBJECT_TYPE);
        if (!typed || !subject.get("statusPurpose").texts().contains(purpose)) {
            return Optional.of("the status list is not one for " + purpose);
        }
        Finding finding = proofs.judge(contentOf.apply(list), knowledge, now);
        boolean signed = Stream.of(finding.issuer(), finding.key(), finding.proof())
                .allMatch(result -> result.outcome() == Outcome.PASS);
        return signed ? Optional.empty() : Optional.of("the status list is not properly signed");
    }

    private static Optional<Integer> index(Node node) {
        return node.text().filter(text -> text.matches("0|[1-9][0-9]{0,8}")).map(Integer::valueOf);
    }

    private static CheckResult unknown(String reason) {
        return CheckResult.unknown(Check.STATUS, reason);
    }
}
