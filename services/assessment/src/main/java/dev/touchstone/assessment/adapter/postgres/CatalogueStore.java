package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.chassis.id.Uuid7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Achievements, in memory as far as they have been asked for. Every use names the revision that its transaction read
 * under lock; a memory of another revision is brought up to date first, so replicas need no word from each other.
 */
@ApplicationScoped
class CatalogueStore {

    private final Map<String, Catalogue> remembered = new ConcurrentHashMap<>();

    /** The organisation's catalogue as committed. */
    Uni<Catalogue> current(Mutiny.Session session, String tenant) {
        return session.<Long>createNativeQuery(
                        "select coalesce((select revision from catalogue where tenant_id = ?1), 0)")
                .setParameter(1, tenant)
                .getSingleResult()
                .chain(revision -> at(session, tenant, revision));
    }

    /** The organisation's catalogue at a revision read in this transaction. */
    Uni<Catalogue> at(Mutiny.Session session, String tenant, long revision) {
        Catalogue known = remembered.getOrDefault(tenant, new Catalogue(0, List.of()));
        if (known.revision() == revision) {
            return Uni.createFrom().item(known);
        }
        // A slow transaction may read an older revision than another remembered: then it reads for itself.
        Catalogue base = known.revision() < revision ? known : new Catalogue(0, List.of());
        return versions(session, tenant, base.revision(), revision)
                .chain(versions -> retirements(session, tenant, base.revision(), revision)
                        .map(retirements -> extended(base, revision, versions, retirements)))
                .invoke(catalogue -> remembered.merge(
                        tenant, catalogue, (one, other) -> one.revision() > other.revision() ? one : other));
    }

    private static Uni<List<AchievementVersionRow>> versions(
            Mutiny.Session session, String tenant, long after, long upTo) {
        return session.createQuery(
                        "from AchievementVersionRow where tenantId = ?1 and revision > ?2 and revision <= ?3",
                        AchievementVersionRow.class)
                .setParameter(1, tenant)
                .setParameter(2, after)
                .setParameter(3, upTo)
                .getResultList();
    }

    private static Uni<List<AchievementRetirementRow>> retirements(
            Mutiny.Session session, String tenant, long after, long upTo) {
        return session.createQuery(
                        "from AchievementRetirementRow where tenantId = ?1 and revision > ?2 and revision <= ?3",
                        AchievementRetirementRow.class)
                .setParameter(1, tenant)
                .setParameter(2, after)
                .setParameter(3, upTo)
                .getResultList();
    }

    private static Catalogue extended(
            Catalogue base,
            long revision,
            List<AchievementVersionRow> versions,
            List<AchievementRetirementRow> retirements) {
        Map<String, List<Achievement>> byId = new TreeMap<>();
        Map<String, Instant> retiredAt = new HashMap<>();
        base.lines().forEach(line -> {
            byId.put(line.id(), new ArrayList<>(line.versions()));
            retiredAt.put(line.id(), line.retiredAt());
        });
        versions.forEach(row ->
                byId.computeIfAbsent(row.achievementId, id -> new ArrayList<>()).add(row.achievement()));
        retirements.forEach(row -> retiredAt.put(row.achievementId, row.retiredAt));
        List<AchievementLine> lines = new ArrayList<>();
        byId.forEach((id, all) -> {
            all.sort(Comparator.comparing(Achievement::version));
            lines.add(new AchievementLine(id, all, retiredAt.get(id)));
        });
        return new Catalogue(revision, lines);
    }

    /** Needs {@link Locks#catalogue}. */
    Uni<Void> add(Mutiny.Session session, String tenant, Achievement achievement) {
        return nextRevision(session, tenant)
                .chain(revision -> session.persist(AchievementVersionRow.of(tenant, achievement, revision)));
    }

    /** Needs {@link Locks#catalogue}. */
    Uni<Void> retire(Mutiny.Session session, String tenant, String achievementId, Instant at, UUID by, String reason) {
        AchievementRetirementRow row = new AchievementRetirementRow();
        row.rowId = Uuid7.next();
        row.tenantId = tenant;
        row.achievementId = achievementId;
        row.retiredAt = at;
        row.retiredBy = by;
        row.reason = reason;
        return nextRevision(session, tenant)
                .invoke(revision -> row.revision = revision)
                .chain(revision -> session.persist(row));
    }

    private static Uni<Long> nextRevision(Mutiny.Session session, String tenant) {
        return session.<Long>createNativeQuery("""
                        insert into catalogue (tenant_id, revision) values (?1, 1)
                        on conflict (tenant_id) do update set revision = catalogue.revision + 1
                        returning revision""").setParameter(1, tenant).getSingleResult();
    }
}
