package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.issuer.IssuerProfile;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.publication.PublicAddresses;
import java.util.List;
import java.util.Map;

/** The organisation that issues: its name in the addresses and how it presents itself. */
public record BadgeIssuer(String tenant, IssuerProfile profile, PublicAddresses addresses) {

    public Did.Web did() {
        return addresses.issuer(tenant);
    }

    public Map<String, Object> describe() {
        return profile.describe(did(), addresses.issuerProfile(tenant), addresses.issuerImage(tenant));
    }

    /** A short mention with the same name, where the whole profile stands elsewhere in the document. */
    Map<String, Object> mention() {
        return Members.object()
                .with("id", did().text())
                .with("type", List.of("Profile"))
                .with("name", profile.name())
                .build();
    }
}
