package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.publication.PublicAddresses;
import dev.touchstone.issuance.publication.PublicAddresses.StatusListAddress;
import dev.touchstone.issuance.status.StatusEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be looked up here before a document can be judged: nothing for the documents of others.
 *
 * @param issuer the organisation, where the issuer is one of ours
 * @param statusLists the lists it refers to that are ours
 */
public record Inquiry(Optional<String> issuer, List<StatusListAddress> statusLists) {

    private static final int MAX_LISTS = 4;

    public static Inquiry about(Map<String, Object> document, PublicAddresses addresses) {
        Node credential = new Node(document);
        Optional<String> issuer = credential.get("issuer").id().map(Did::parse).flatMap(addresses::tenant);
        List<StatusListAddress> lists = credential.get("credentialStatus").items().stream()
                .filter(entry -> entry.get("type").texts().contains(StatusEntry.TYPE))
                .flatMap(entry -> entry.get("statusListCredential").text().stream())
                .flatMap(address -> addresses.statusList(address).stream())
                .distinct()
                .limit(MAX_LISTS)
                .toList();
        return new Inquiry(issuer, lists);
    }
}
