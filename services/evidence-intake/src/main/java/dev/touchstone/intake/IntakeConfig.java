package dev.touchstone.intake;

import dev.touchstone.intake.adapter.postgres.SecretBox;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a deployment has to give this service. */
@ApplicationScoped
public class IntakeConfig {

    private final String masterKey;

    /** @param masterKey 32 bytes in Base64; secrets at rest are sealed with it, so losing it means new secrets for all */
    IntakeConfig(@ConfigProperty(name = "touchstone.intake.master-key") String masterKey) {
        this.masterKey = masterKey;
    }

    /**
     * Made at start: a key that does not fit has to show then, and not when the first connection is opened.
     *
     * @throws IllegalStateException saying what is wanted, without the key
     */
    @Produces
    @Singleton
    @Startup
    SecretBox secretBox() {
        try {
            return new SecretBox(Base64.getDecoder().decode(masterKey.strip()));
        } catch (IllegalArgumentException unfit) {
            throw new IllegalStateException(
                    "touchstone.intake.master-key must be 32 bytes in Base64, for instance from: openssl rand -base64 32");
        }
    }
}
