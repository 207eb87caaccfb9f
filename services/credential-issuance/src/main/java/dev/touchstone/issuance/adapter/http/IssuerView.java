package dev.touchstone.issuance.adapter.http;

import dev.touchstone.issuance.adapter.postgres.StoredIssuer;
import dev.touchstone.issuance.issuer.IssuerProfile;
import dev.touchstone.issuance.proof.VerificationMethodId;
import dev.touchstone.issuance.publication.PublicAddresses;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The organisation as an issuer, with the public side of its keys. */
public record IssuerView(
        String did, String name, URI url, String email, String description, URI image, List<KeyView> keys) {

    /** A key: {@code credential} or {@code status-list}; retired ones still verify what they signed. */
    public record KeyView(String id, String purpose, Instant createdAt, Instant retiredAt) {}

    static IssuerView of(StoredIssuer issuer, PublicAddresses addresses) {
        IssuerProfile profile = issuer.profile();
        return new IssuerView(
                addresses.issuer(issuer.tenant()).text(),
                profile.name(),
                profile.url().orElse(null),
                profile.email().orElse(null),
                profile.description().orElse(null),
                profile.image().orElse(null),
                issuer.keys().stream()
                        .map(key -> new KeyView(
                                VerificationMethodId.of(addresses.issuer(issuer.tenant()), key.publicKey())
                                        .text(),
                                key.purpose(),
                                key.createdAt(),
                                key.retiredAt()))
                        .toList());
    }
}
