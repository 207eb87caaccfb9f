package dev.touchstone.intake.connection;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of Standard Webhooks 1.0.0, by its written form. */
sealed interface StandardWebhooksKey {

    /** Empty if it is neither sort. */
    static Optional<StandardWebhooksKey> parse(String text) {
        if (text.startsWith(StandardWebhooksProfile.SHARED)) {
            return Encoding.BASE64
                    .decode(text.substring(StandardWebhooksProfile.SHARED.length()))
                    .filter(bytes -> bytes.length > 0)
                    .map(Shared::new);
        }
        if (text.startsWith(StandardWebhooksProfile.PUBLIC)) {
            return Encoding.BASE64
                    .decode(text.substring(StandardWebhooksProfile.PUBLIC.length()))
                    .flatMap(StandardWebhooksKey::ed25519);
        }
        return Optional.empty();
    }

    private static Optional<StandardWebhooksKey> ed25519(byte[] raw) {
        try {
            return Optional.of(new Public(PublicKeys.ed25519(raw)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** What stands before a signature made with such a key. */
    String version();

    boolean verifies(byte[] signed, byte[] signature);

    /** Whether it is long enough to keep a secret. */
    boolean fits(int shortest);

    /** {@code whsec_}: HMAC-SHA256. */
    record Shared(byte[] bytes) implements StandardWebhooksKey {

        @Override
        public String version() {
            return "v1,";
        }

        @Override
        public boolean verifies(byte[] signed, byte[] signature) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                return MessageDigest.isEqual(mac.doFinal(signed), signature);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean fits(int shortest) {
            return bytes.length >= shortest;
        }

        @Override
        public String toString() {
            return "secret";
        }
    }

    /** {@code whpk_}: ed25519. */
    record Public(PublicKey key) implements StandardWebhooksKey {

        @Override
        public String version() {
            return "v1a,";
        }

        @Override
        public boolean verifies(byte[] signed, byte[] signature) {
            return PublicKeys.verifies("Ed25519", null, key, signed, signature);
        }

        @Override
        public boolean fits(int shortest) {
            return true;
        }
    }
}
