package dev.touchstone.intake.adapter.jose;

import com.nimbusds.jose.jwk.JWKSet;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A key set that is published somewhere. Kept for an hour, and asked for again before that when a key turns up that it
 * does not hold; but for that at most once a minute, because anybody can make keys turn up. While it cannot be had, the
 * keys held stay good.
 */
final class PublishedKeys {

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration PAUSE_OF_FAILURE = Duration.ofSeconds(10);

    private final String address;
    private final Supplier<Uni<byte[]>> fetch;
    private JWKSet keys;
    private Instant fetched;
    private Instant notBefore = Instant.MIN;
    private Uni<JWKSet> inFlight;

    PublishedKeys(String address, Supplier<Uni<byte[]>> fetch) {
        this.address = address;
        this.fetch = fetch;
    }

    /** There is no key set, now or from before. */
    static final class KeysAway extends RuntimeException {
        KeysAway() {
            super("key set cannot be had", null, false, false);
        }
    }

    /** Fails with {@link KeysAway}. */
    synchronized Uni<JWKSet> held(Instant now) {
        return keys != null && now.isBefore(fetched.plus(FRESH))
                ? Uni.createFrom().item(keys)
                : asked(now, false);
    }

    /** After a key turned up that is not in the set. Fails with {@link KeysAway}. */
    synchronized Uni<JWKSet> renewed(Instant now) {
        return asked(now, true);
    }

    private Uni<JWKSet> asked(Instant now, boolean forUnknownKey) {
        if (inFlight != null) {
            return inFlight;
        }
        if (now.isBefore(notBefore)) {
            return known();
        }
        notBefore = now.plus(forUnknownKey ? PAUSE : PAUSE_OF_FAILURE);
        inFlight = fetch.get()
                .map(PublishedKeys::parsed)
                .onItemOrFailure()
                .transformToUni((found, failure) -> settled(found, failure, now, forUnknownKey))
                .memoize()
                .indefinitely();
        return inFlight;
    }

    private synchronized Uni<JWKSet> settled(JWKSet found, Throwable failure, Instant now, boolean forUnknownKey) {
        inFlight = null;
        if (failure == null) {
            keys = found;
            fetched = now;
            notBefore = forUnknownKey ? notBefore : Instant.MIN;
        } else {
            LOG.warnf("event=key-set-away address=%s cause=%s", address, failure.getMessage());
        }
        return known();
    }

    private Uni<JWKSet> known() {
        return keys == null
                ? Uni.createFrom().failure(new KeysAway())
                : Uni.createFrom().item(keys);
    }

    private static JWKSet parsed(byte[] json) {
        try {
            return JWKSet.parse(new String(json, StandardCharsets.UTF_8)).toPublicJWKSet();
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a key set");
        }
    }
}
