package dev.touchstone.issuance.issuer;

import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.proof.Did;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an organisation presents itself on its credentials.
 *
 * @param image logo; the generated one stands in where the organisation has none
 */
public record IssuerProfile(
        String name, Optional<URI> url, Optional<String> email, Optional<String> description, Optional<URI> image) {

    /** What an organisation has before anybody filled it in: enough to be named. */
    public static IssuerProfile named(String name) {
        return new IssuerProfile(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The Open Badges 3.0 Profile. */
    public Map<String, Object> describe(Did.Web did, URI ownPage, URI generatedImage) {
        return Members.object()
                .with("id", did.text())
                .with("type", List.of("Profile"))
                .with("name", name)
                .with("url", url.orElse(ownPage).toString())
                .with("email", email.orElse(null))
                .with("description", description.orElse(null))
                .with(
                        "image",
                        Members.object()
                                .with("id", image.orElse(generatedImage).toString())
                                .with("type", "Image")
                                .with("caption", name)
                                .build())
                .build();
    }
}
