package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.passport.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A skill a person holds, or held. */
record HoldingView(
        String skillId,
        String name,
        LevelView level,
        String state,
        boolean held,
        List<UUID> credentialIds,
        Instant validFrom,
        Instant validUntil,
        Former formerly) {

    record Former(LevelView level, Instant until) {}

    static HoldingView of(Holding holding) {
        Holding.FormerLevel former = holding.formerly();
        return new HoldingView(
                holding.skillId(),
                holding.name(),
                new LevelView(holding.ordinal(), holding.levelName()),
                holding.currency().name().toLowerCase(Locale.ROOT),
                holding.isHeld(),
                holding.credentialIds(),
                holding.validFrom(),
                holding.validUntil(),
                former == null
                        ? null
                        : new Former(new LevelView(former.ordinal(), former.levelName()), former.until()));
    }
}
