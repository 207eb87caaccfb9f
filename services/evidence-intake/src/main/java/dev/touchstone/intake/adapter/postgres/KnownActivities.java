package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.xapi.query.FilterKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is known of activities. */
@ApplicationScoped
public class KnownActivities {

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

    private static final String KNOWN = """
            select id, cast(definition as text) from xapi_activity
            where tenant_id = ?1 and key = any(cast(cast(?2 as text) as uuid[]))""";

    private final UnitOfWork unitOfWork;

    KnownActivities(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** @param definitions by the ids of the activities */
    static Uni<Void> learn(Mutiny.Session session, String tenant, Map<String, Map<String, Object>> definitions) {
        if (definitions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        definitions.forEach((id, definition) ->
                rows.add(Map.of("key", FilterKey.ACTIVITY.of(tenant, id), "id", id, "definition", definition)));
        return session.createNativeQuery(LEARN)
                .setParameter(1, tenant)
                .setParameter(2, Sql.json(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The definitions of those of the activities that have one. */
    public Uni<Map<String, Map<String, Object>>> definitions(String tenant, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(KNOWN, Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(
                                2,
                                Sql.uuids(ids.stream()
                                        .map(id -> FilterKey.ACTIVITY.of(tenant, id))
                                        .toList()))
                        .getResultList()
                        .map(rows -> {
                            Map<String, Map<String, Object>> definitions = new HashMap<>();
                            rows.forEach(row -> definitions.put((String) row[0], definition((String) row[1])));
                            return definitions;
                        }));
    }

    private static Map<String, Object> definition(String json) {
        try {
            return Json.TOLERANT.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored definition cannot be read", e);
        }
    }
}
