package dev.touchstone.issuance.adapter.jsonld;

import dev.touchstone.issuance.proof.CanonicalizationFailed;
import java.time.Duration;

/** The time one canonicalisation may take, from its first step to its last. */
final class Deadline {

    private final long end;

    Deadline(Duration maxTime) {
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
