package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.adapter.mongo.ProjectedPassport;
import dev.touchstone.profile.passport.HeldCredential;
import dev.touchstone.profile.passport.Holding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A passport as its owner and those who may see it read it. */
record PassportView(
        PersonView person, List<HoldingView> holdings, List<CredentialView> credentials, FreshnessView freshness) {

    private static final Comparator<HeldCredential> NEWEST_FIRST = Comparator.<HeldCredential, Instant>comparing(
                    credential -> credential.award().awardedDate())
            .reversed()
            .thenComparing(HeldCredential::credentialId);

    static PassportView of(ProjectedPassport projected, List<Holding> holdings, Instant now) {
        return new PassportView(
                PersonView.of(projected.passport()),
                holdings.stream().map(HoldingView::of).toList(),
                projected.passport().credentials().values().stream()
                        .filter(credential -> credential.award() != null)
                        .sorted(NEWEST_FIRST)
                        .map(credential -> CredentialView.of(credential, now))
                        .toList(),
                FreshnessView.of(projected.freshness()));
    }
}
