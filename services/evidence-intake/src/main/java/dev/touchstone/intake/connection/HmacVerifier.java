package dev.touchstone.intake.connection;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies a signed request by its {@link HmacProfile}. Any of the live secrets is good. */
public final class HmacVerifier {

    private final HmacProfile profile;

    public HmacVerifier(HmacProfile profile) {
        this.profile = profile;
    }

    /**
     * @param secrets key material of the live secrets
     * @param body the bytes received
     * @return why the request is not authentic; empty if it is
     */
    public Optional<Rejection> verify(List<byte[]> secrets, Headers headers, byte[] body, Instant now) {
        List<String> texts = profile.signature().values(headers);
        if (texts.isEmpty()) {
            return Optional.of(Rejection.SIGNATURE_MISSING);
        }
        List<byte[]> signatures = new ArrayList<>();
        texts.forEach(text -> profile.encoding().decode(text).ifPresent(signatures::add));
        if (signatures.isEmpty()) {
            return Optional.of(Rejection.SIGNATURE_UNREADABLE);
        }
        TimestampRule rule = profile.timestamp();
        Optional<String> stated = rule == null ? Optional.empty() : rule.text(headers);
        Optional<Rejection> untimely = rule == null ? Optional.empty() : rule.untimely(headers, now);
        if (untimely.isPresent()) {
            return untimely;
        }
        return compare(secrets, signatures, headers, body, stated.orElse(null));
    }

    private Optional<Rejection> compare(
            List<byte[]> secrets, List<byte[]> signatures, Headers headers, byte[] body, String timestamp) {
        boolean comparable = false;
        boolean matched = false;
        for (byte[] secret : secrets) {
            if (secret.length == 0) {
                continue;
            }
            comparable = true;
            Mac mac = mac(secret);
            if (!profile.signed().feed(mac, body, headers, timestamp)) {
                return Optional.of(Rejection.SIGNED_HEADER_MISSING);
            }
            byte[] expected = mac.doFinal();
            for (byte[] signature : signatures) {
                // No early exit: the time taken must not tell which secret or how much of it was right.
                matched |= MessageDigest.isEqual(expected, signature);
            }
        }
        return LiveSecrets.outcome(comparable, matched);
    }

    private Mac mac(byte[] secret) {
        try {
            String algorithm = profile.algorithm().word();
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
