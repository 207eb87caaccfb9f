package dev.touchstone.issuance.adapter.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Issues the awards that waited for somebody or something that has just arrived. */
@ApplicationScoped
class ReleaseAwards {

    private static final int BATCH = 100;

    private final PendingAwards pending;
    private final IssueCredential issue;

    ReleaseAwards(PendingAwards pending, IssueCredential issue) {
        this.pending = pending;
        this.issue = issue;
    }

    Uni<Void> forPerson(String tenant, UUID personId) {
        return pending.forPerson(tenant, personId).chain(this::releaseAll);
    }

    Uni<Void> forAchievement(AchievementRow.Key key) {
        return forAchievement(key, null);
    }

    private Uni<Void> forAchievement(AchievementRow.Key key, PendingAwardRow behind) {
        return pending.forAchievement(key, behind, BATCH)
                .chain(rows -> releaseAll(rows)
                        .chain(() -> rows.size() < BATCH
                                ? Uni.createFrom().voidItem()
                                : forAchievement(key, rows.get(rows.size() - 1))));
    }

    private Uni<Void> releaseAll(List<PendingAwardRow> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(issue::release)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
