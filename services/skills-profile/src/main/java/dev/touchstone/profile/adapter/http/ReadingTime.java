package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.ProfileConfig;
import dev.touchstone.profile.passport.Holding;
import dev.touchstone.profile.passport.Holdings;
import dev.touchstone.profile.passport.Passport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holdings as they stand at the moment of reading. */
@ApplicationScoped
class ReadingTime {

    private final Duration expiringWithin;

    ReadingTime(ProfileConfig config) {
        this.expiringWithin = config.expiringWithin();
    }

    List<Holding> holdings(Passport passport, Instant now) {
        return Holdings.at(now, expiringWithin, passport.proofs());
    }
}
