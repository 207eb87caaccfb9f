package dev.touchstone.issuance;

import dev.touchstone.issuance.adapter.keys.AesGcmVault;
import dev.touchstone.issuance.issuer.KeyVault;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import org.jboss.logging.Logger;

/** Opens the vault at start, or refuses to start without a key to it. */
class MasterKey {

    private static final Logger LOG = Logger.getLogger(MasterKey.class);
    private static final String NAME = "touchstone.issuance.master-key";

    @Produces
    @Singleton
    @Startup
    KeyVault vault(IssuanceConfig config) {
        return new AesGcmVault(config.masterKey().map(MasterKey::decode).orElseGet(() -> madeUp(LaunchMode.current())));
    }

    static byte[] decode(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == AesGcmVault.MASTER_KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Says the same below, without the text.
        }
        throw new IllegalStateException(NAME + " must be " + AesGcmVault.MASTER_KEY_BYTES + " bytes in Base64,"
                + " for instance from: openssl rand -base64 " + AesGcmVault.MASTER_KEY_BYTES);
    }

    static byte[] madeUp(LaunchMode mode) {
        if (mode == LaunchMode.NORMAL) {
            throw new IllegalStateException("set " + NAME + " (environment: TOUCHSTONE_ISSUANCE_MASTER_KEY): without it"
                    + " signing keys cannot be stored encrypted");
        }
        LOG.warnf(
                "event=master-key-made-up reason=\"%s is not set; keys stored now are lost at the next start\"", NAME);
        byte[] key = new byte[AesGcmVault.MASTER_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
