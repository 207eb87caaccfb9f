package dev.touchstone.intake.adapter.egress;

/** Something outside that could not be had, or must not be asked for. The message holds no answer of the other side. */
public final class EgressFailed extends RuntimeException {

    EgressFailed(String message) {
        super(message, null, false, false);
    }
}
