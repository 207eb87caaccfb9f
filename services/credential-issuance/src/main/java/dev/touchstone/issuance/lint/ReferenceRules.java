package dev.touchstone.issuance.lint;

import static dev.touchstone.issuance.lint.Texts.isAddress;

import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.status.StatusEntry;

/** Status entries that a reader can follow. */
final class ReferenceRules implements Rule {

    private static final String STATUS = "/credentialStatus";

    @Override
    public void check(Node credential, Findings findings) {
        for (Node entry : credential.get("credentialStatus").items()) {
            if (entry.get("type").texts().contains(StatusEntry.TYPE)) {
                checkEntry(entry, findings);
            }
        }
    }

    private static void checkEntry(Node entry, Findings findings) {
        findings.require(
                entry.get("statusPurpose").text().isPresent(),
                "status-purpose",
                STATUS,
                "a status entry must have a purpose");
        findings.require(
                entry.get("statusListIndex")
                        .text()
                        .filter(text -> text.matches("0|[1-9][0-9]{0,8}"))
                        .isPresent(),
                "status-index",
                STATUS,
                "a status entry must have its index as a text of digits");
        findings.require(
                isAddress(entry.get("statusListCredential")),
                "status-list",
                STATUS,
                "a status entry must have the address of its list");
    }
}
