package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.xapi.query.FilterKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What is known of activities. */
@ApplicationScoped
public class KnownActivities {

    private static final String KNOWN = """
            select id, cast(definition as text) from xapi_activity
            where tenant_id = ?1 and key = any(cast(cast(?2 as text) as uuid[]))""";

    private final UnitOfWork unitOfWork;

    KnownActivities(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
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
