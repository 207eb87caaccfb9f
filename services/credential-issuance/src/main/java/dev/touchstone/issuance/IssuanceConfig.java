package dev.touchstone.issuance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What a deployment decides about issuing. */
@ConfigMapping(prefix = "touchstone.issuance")
public interface IssuanceConfig {

    /**
     * This service as the world sees it, without a trailing slash. Signed into every credential, and part of every
     * issuer's identifier: it must never change.
     */
    @WithDefault("http://localhost:8083")
    URI publicUrl();

    /** Where permitted readers find evidence, without a trailing slash; the evidence id follows. Signed as well. */
    @WithDefault("http://localhost:8081/intake/v1/evidence")
    URI evidenceUrl();

    /**
     * 32 bytes in Base64 under which signing keys are encrypted at rest. Without it a production start is refused;
     * development and tests make one up that dies with the process.
     */
    Optional<String> masterKey();

    /** Verifications under way at once; more are told to come back. */
    @WithDefault("16")
    int maxVerifications();
}
