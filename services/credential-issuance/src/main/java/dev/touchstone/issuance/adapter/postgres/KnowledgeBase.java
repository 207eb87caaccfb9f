package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.document.DocumentLimits;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.publication.PublicAddresses;
import dev.touchstone.issuance.publication.PublicAddresses.StatusListAddress;
import dev.touchstone.issuance.verification.Inquiry;
import dev.touchstone.issuance.verification.Knowledge;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers what a verification asks about our own issuers and status lists. */
@ApplicationScoped
public class KnowledgeBase {

    private final Issuers issuers;
    private final StatusLists lists;
    private final PublicAddresses addresses;
    private final JsonText json;

    KnowledgeBase(Issuers issuers, StatusLists lists, PublicAddresses addresses, JsonText json) {
        this.issuers = issuers;
        this.lists = lists;
        this.addresses = addresses;
        this.json = json;
    }

    public Uni<Knowledge> answer(Inquiry inquiry) {
        return keys(inquiry).chain(keys -> lists(inquiry).map(found -> new Knowledge(keys, found)));
    }

    private Uni<Optional<Set<Multikey>>> keys(Inquiry inquiry) {
        return inquiry.issuer().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : issuers.find(inquiry.issuer().get())
                        .map(found -> Optional.of(found.<Set<Multikey>>map(issuer -> new HashSet<>(issuer.publicKeys()))
                                .orElse(Set.of())));
    }

    private Uni<Map<String, Map<String, Object>>> lists(Inquiry inquiry) {
        Map<String, Map<String, Object>> found = new HashMap<>();
        return Multi.createFrom()
                .iterable(inquiry.statusLists())
                .onItem()
                .transformToUniAndConcatenate(list -> lists.document(list.tenant(), list.number())
                        .invoke(document -> document.ifPresent(text -> found.put(address(list), read(text)))))
                .collect()
                .last()
                .replaceWith(found);
    }

    private String address(StatusListAddress list) {
        return addresses.statusList(list.tenant(), list.number()).toString();
    }

    private Map<String, Object> read(String document) {
        return json.read(document.getBytes(StandardCharsets.UTF_8), DocumentLimits.OWN);
    }
}
