package dev.touchstone.issuance.adapter.jsonld;

import dev.touchstone.issuance.proof.CanonicalizationFailed;
import java.time.Duration;

/** The time that naming the blank nodes of one document may take. */
final class Deadline {

    private final Duration maxTime;
    private long end;

    Deadline(Duration maxTime) {
        this.maxTime = maxTime;
        start();
    }

    void start() {
        end = System.nanoTime() + maxTime.toNanos();
    }

    void tick() {
        if (System.nanoTime() - end > 0) {
            throw new CanonicalizationFailed(
                    CanonicalizationFailed.Reason.TOO_COMPLEX,
                    "canonicalising the document takes too long; its unnamed nodes are linked too densely");
        }
    }
}
