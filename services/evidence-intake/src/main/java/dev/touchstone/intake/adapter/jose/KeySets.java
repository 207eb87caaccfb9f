package dev.touchstone.intake.adapter.jose;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.touchstone.intake.adapter.egress.Egress;
import dev.touchstone.intake.connection.JwtBodyProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The key sets of senders: given with the profile, or published. Public keys, so all organisations share what is
 * held.
 */
@ApplicationScoped
public class KeySets {

    private static final int MOST = 1000;
    private static final int LARGEST = 262_144;

    private final Egress egress;
    private final Map<String, PublishedKeys> published = new ConcurrentHashMap<>();

    KeySets(Egress egress) {
        this.egress = egress;
    }

    /** What is wrong with the keys of a profile; null if nothing is, as far as can be told without asking for them. */
    public String mistake(JwtBodyProfile profile) {
        if (profile.jwksUri() != null) {
            return egress.allows(URI.create(profile.jwksUri()))
                    ? null
                    : "must be an https address on a host that this deployment may ask";
        }
        try {
            JWKSet keys = JWKSet.parse(profile.jwks());
            // It is shown to administrators like the rest of the settings, so it must not hold what is secret.
            return !keys.isEmpty() && keys.getKeys().stream().noneMatch(JWK::isPrivate)
                    ? null
                    : "must hold public keys, and no others";
        } catch (ParseException e) {
            return "must be a key set (RFC 7517)";
        }
    }

    Uni<JWKSet> held(JwtBodyProfile profile, Instant now) {
        return profile.jwksUri() == null ? given(profile) : published(profile).held(now);
    }

    Uni<JWKSet> renewed(JwtBodyProfile profile, Instant now) {
        return profile.jwksUri() == null ? given(profile) : published(profile).renewed(now);
    }

    private PublishedKeys published(JwtBodyProfile profile) {
        if (published.size() >= MOST) {
            published.clear();
        }
        String address = profile.jwksUri();
        return published.computeIfAbsent(
                address, unknown -> new PublishedKeys(address, () -> egress.get(URI.create(address), LARGEST)));
    }

    private static Uni<JWKSet> given(JwtBodyProfile profile) {
        try {
            return Uni.createFrom().item(JWKSet.parse(profile.jwks()).toPublicJWKSet());
        } catch (ParseException e) {
            return Uni.createFrom().failure(new PublishedKeys.KeysAway());
        }
    }
}
