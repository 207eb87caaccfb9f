package dev.touchstone.intake.adapter.jose;

import dev.touchstone.intake.connection.JwtBodyProfile;
import dev.touchstone.intake.connection.Rejection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Verifies bodies that are signed JWTs, with the keys of their profile. */
@ApplicationScoped
public class JwtBodies {

    private final KeySets keySets;

    JwtBodies(KeySets keySets) {
        this.keySets = keySets;
    }

    /**
     * What became of a body.
     *
     * @param rejection why it is not authentic; null if it is
     * @param payload the message, if it is
     */
    public record Outcome(Rejection rejection, byte[] payload) {

        private static Outcome refused(Rejection rejection) {
            return new Outcome(rejection, null);
        }
    }

    /** There are no keys to verify with at present. It says nothing about the sender. */
    public static boolean isKeysAway(Throwable failure) {
        return failure instanceof PublishedKeys.KeysAway;
    }

    /** Emits on whatever thread the keys come by. */
    public Uni<Outcome> verify(JwtBodyProfile profile, byte[] body, Instant now) {
        Optional<JwtBody> parsed = JwtBody.parse(body);
        if (parsed.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Rejection.SIGNATURE_UNREADABLE));
        }
        JwtBody jwt = parsed.get();
        if (!jwt.algorithmIsOneOf(profile)) {
            return Uni.createFrom().item(Outcome.refused(Rejection.ALGORITHM_REFUSED));
        }
        return keySets.held(profile, now).map(jwt::unsigned).chain(unsigned -> {
            Uni<Optional<Rejection>> last =
                    unsigned.filter(jwt::asksForNewerKeys).isPresent()
                            ? keySets.renewed(profile, now).map(jwt::unsigned)
                            : Uni.createFrom().item(unsigned);
            return last.map(refused -> refused.or(() -> jwt.untimely(profile, now))
                    .map(Outcome::refused)
                    .orElseGet(() -> new Outcome(null, jwt.payload())));
        });
    }
}
