package dev.touchstone.profile.unit;

import dev.touchstone.profile.passport.Holding;
import java.util.List;
import java.util.UUID;

/** A person of a unit with their holdings; one row of the matrix. */
public record Member(UUID personId, String displayName, String jobTitle, List<Holding> holdings) {

    public Member {
        holdings = List.copyOf(holdings);
    }
}
