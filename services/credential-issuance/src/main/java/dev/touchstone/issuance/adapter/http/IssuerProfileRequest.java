package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;
import dev.touchstone.issuance.issuer.IssuerProfile;
import java.net.URI;
import java.util.Optional;

/** How the organisation wants to be presented; absent means none. */
@RequestSchema("IssuerProfile")
public record IssuerProfileRequest(String name, URI url, String email, String description, URI image) {

    IssuerProfile profile() {
        return new IssuerProfile(
                name,
                Optional.ofNullable(url),
                Optional.ofNullable(email),
                Optional.ofNullable(description),
                Optional.ofNullable(image));
    }
}
