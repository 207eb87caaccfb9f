package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.proof.Multikey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the store answered to an {@link Inquiry}.
 *
 * @param issuerKeys the keys of the issuer, empty set where it is ours but does not exist; absent where it is not ours
 * @param statusLists the signed lists by their address
 */
public record Knowledge(Optional<Set<Multikey>> issuerKeys, Map<String, Map<String, Object>> statusLists) {

    /** For documents that have nothing to do with us. */
    public static Knowledge none() {
        return new Knowledge(Optional.empty(), Map.of());
    }
}
