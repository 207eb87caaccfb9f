package dev.touchstone.intake;

import dev.touchstone.intake.connection.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a deployment has to give this service. */
@ApplicationScoped
public class IntakeConfig {

    private final String masterKey;

    /** @param masterKey 32 bytes in base64; secrets at rest are sealed with it, so losing it means new secrets for all */
    IntakeConfig(@ConfigProperty(name = "touchstone.intake.master-key") String masterKey) {
        this.masterKey = masterKey;
    }

    @Produces
    @Singleton
    SecretBox secretBox() {
        return new SecretBox(Base64.getDecoder().decode(masterKey));
    }
}
