package dev.touchstone.issuance;

import dev.touchstone.issuance.adapter.postgres.Worker;
import dev.touchstone.issuance.credential.Sealing;
import dev.touchstone.issuance.issuer.SigningKey;
import dev.touchstone.issuance.proof.Ed25519;
import dev.touchstone.issuance.publication.PublicAddresses;
import dev.touchstone.issuance.status.Bitstring;
import dev.touchstone.issuance.status.StatusList;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Signs something nobody sees while the service is starting, beside everything else: loading the JSON-LD processor takes
 * the better part of a second, and the first award should not be the one to wait for it.
 */
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final int ROUNDS = 20;

    private final Sealing sealing;
    private final Ed25519 ed25519;
    private final PublicAddresses addresses;

    WarmUp(Sealing sealing, Ed25519 ed25519, PublicAddresses addresses) {
        this.sealing = sealing;
        this.ed25519 = ed25519;
        this.addresses = addresses;
    }

    void onStart(@Observes StartupEvent started) {
        Worker.compute(this::sign).subscribe().with(done -> {}, failure -> LOG.errorf(failure, "event=warm-up-failed"));
    }

    private Void sign() {
        byte[] seed = ed25519.newSeed();
        SigningKey key = new SigningKey(ed25519.publicKey(seed), seed);
        StatusList list = new StatusList(
                addresses.statusList("warm-up", 1), addresses.issuer("warm-up"), Instant.EPOCH, Bitstring.empty());
        for (int round = 0; round < ROUNDS; round++) {
            sealing.sign(list, key, Instant.EPOCH);
        }
        return null;
    }
}
