package dev.touchstone.intake.adapter.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.intake.xapi.query.ActivityDefinitions;
import dev.touchstone.intake.xapi.query.FilterKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Learns what statements say of activities. Nearly every statement says of its activity what the one before it said: what
 * was learnt a moment ago is left out without asking the database. Another process may have learnt something else
 * meanwhile; which of two contradicting names is the newer is then seen a moment later.
 */
@ApplicationScoped
class LearntActivities {

    /**
     * A definition that adds nothing is left out before any row is locked: an activity that is in every batch would be
     * what every batch waits for. Those that are left are locked in the order of their keys, the same in every batch.
     */
    private static final String LEARN = """
            insert into xapi_activity (tenant_id, key, id, definition)
            select cast(?1 as varchar), learnt.key, learnt.id, learnt.definition
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                 as learnt(key uuid, id varchar, definition jsonb)
            where not exists (
                select 1 from xapi_activity as known where known.tenant_id = ?1 and known.key = learnt.key
                and xapi_definition_joined(known.definition, learnt.definition) = known.definition)
            order by learnt.key
            on conflict (tenant_id, key) do update
            set definition = xapi_definition_joined(xapi_activity.definition, excluded.definition)""";

    private static final Duration MOMENT = Duration.ofSeconds(30);
    private static final long MOST_CHARACTERS = 4_000_000;

    private final Cache<UUID, Learnt> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((UUID key, Learnt learnt) -> learnt.length())
            .expireAfterWrite(MOMENT)
            .build();

    /**
     * What was told of an activity.
     *
     * @param length of its JSON, in characters
     */
    record Learnt(Map<String, Object> definition, int length) {}

    /** Answers with what is to be remembered once the transaction has committed. */
    Uni<Map<UUID, Learnt>> learn(Mutiny.Session session, String tenant, List<StatementEntry> fresh) {
        Map<UUID, Learnt> told = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        ActivityDefinitions.of(fresh.stream().map(StatementEntry::recorded).toList())
                .forEach((id, definition) -> {
                    UUID key = FilterKey.ACTIVITY.of(tenant, id);
                    Learnt known = remembered.getIfPresent(key);
                    if (known == null || !known.definition().equals(definition)) {
                        told.put(
                                key, new Learnt(definition, Sql.json(definition).length()));
                        rows.add(Map.of("key", key, "id", id, "definition", definition));
                    }
                });
        if (rows.isEmpty()) {
            return Uni.createFrom().item(told);
        }
        return session.createNativeQuery(LEARN)
                .setParameter(1, tenant)
                .setParameter(2, Sql.json(rows))
                .executeUpdate()
                .replaceWith(told);
    }

    /** After the transaction has committed. */
    void remember(Map<UUID, Learnt> told) {
        remembered.putAll(told);
    }
}
