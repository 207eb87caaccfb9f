package dev.touchstone.issuance.status;

import dev.touchstone.issuance.document.Members;
import java.net.URI;
import java.util.Map;

/**
 * A credential's place in a status list (Bitstring Status List 1.0 section 2.1). Open Badges 3.0 allows a credential one
 * entry, so it is the one for revocation.
 */
public record StatusEntry(URI list, int index) {

    public static final String TYPE = "BitstringStatusListEntry";
    public static final String REVOCATION = "revocation";

    public Map<String, Object> members() {
        return Members.object()
                .with("id", list + "#" + index)
                .with("type", TYPE)
                .with("statusPurpose", REVOCATION)
                .with("statusListIndex", String.valueOf(index))
                .with("statusListCredential", list.toString())
                .build();
    }
}
