package dev.touchstone.intake.adapter.egress;

import io.vertx.core.Vertx;
import java.util.Optional;

/** The way out as it is in production: public addresses only. */
public final class GuardedEgress {

    private GuardedEgress() {}

    public static Egress of(Vertx vertx) {
        return new Egress(vertx, false, Optional.empty());
    }
}
