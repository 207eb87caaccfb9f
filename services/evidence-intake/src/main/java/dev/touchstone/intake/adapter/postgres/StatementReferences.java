package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.intake.xapi.query.StatementKeys;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Statements that refer to others: they are found by what those say, and some take them back. Both hold in whichever
 * order the two arrive. A chain of references may close on itself, so what was passed once is not passed again.
 */
final class StatementReferences {

    /** The statements that new ones lead to, the new ones themselves included. */
    private static final String TARGETS = """
            with recursive chain(base, id) as (
                select id, id from unnest(cast(cast(?2 as text) as uuid[])) as fresh(id)
                union
                select chain.base, referring.refers_to from chain
                join xapi_statement as referring on referring.tenant_id = ?1 and referring.id = chain.id
                where referring.refers_to is not null)
            select chain.base, target.id, target.seq, cast(target.statement as text) from chain
            join xapi_statement as target on target.tenant_id = ?1 and target.id = chain.id""";
    /** Gives the keys of the targets to the new statements and to all that lead to these. */
    private static final String SPREAD = """
            with recursive chain(base, id) as (
                select id, id from unnest(cast(cast(?2 as text) as uuid[])) as fresh(id)
                union
                select chain.base, referring.id from chain
                join xapi_statement as referring on referring.tenant_id = ?1 and referring.refers_to = chain.id),
            target as materialized (
                select * from jsonb_to_recordset(cast(cast(?3 as text) as jsonb))
                     as row(base uuid, id uuid, seq bigint, keys jsonb))
            insert into xapi_statement_key (tenant_id, key, stored, seq, origin)
            select distinct cast(?1 as varchar), cast(key as uuid), referring.stored, referring.seq, target.seq
            from chain
            join target on target.base = chain.base and target.id <> chain.id
            join xapi_statement as referring on referring.tenant_id = ?1 and referring.id = chain.id
            cross join jsonb_array_elements_text(target.keys) as keys(key)
            order by 2, 3, 4, 5
            on conflict do nothing""";
    /**
     * A statement that takes back another is itself never taken back. Two selections and not one with an "or": each is a
     * look into an index, and the two together would read every statement of the organisation.
     */
    private static final String VOID = """
            update xapi_statement set voided = true
            where tenant_id = ?1 and not voids and not voided and id in (
                select refers_to from xapi_statement
                where tenant_id = ?1 and voids and id = any(cast(cast(?2 as text) as uuid[]))
                union
                select refers_to from xapi_statement
                where tenant_id = ?1 and voids and refers_to = any(cast(cast(?2 as text) as uuid[])))
            returning id""";

    private StatementReferences() {}

    /**
     * Answers with the statements that are taken back now.
     *
     * @param fresh new statements that refer to others or are referred to
     */
    static Uni<Set<UUID>> follow(Mutiny.Session session, String tenant, Collection<UUID> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return session.createNativeQuery(TARGETS, Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(fresh))
                .getResultList()
                .chain(targets -> session.createNativeQuery(SPREAD)
                        .setParameter(1, tenant)
                        .setParameter(2, Sql.uuids(fresh))
                        .setParameter(3, Sql.json(rows(tenant, targets)))
                        .executeUpdate())
                .chain(() -> session.<UUID>createNativeQuery(VOID)
                        .setParameter(1, tenant)
                        .setParameter(2, Sql.uuids(fresh))
                        .getResultList())
                .map(HashSet::new);
    }

    private static List<Map<String, Object>> rows(String tenant, List<Object[]> targets) {
        return targets.stream()
                .map(target -> Map.of(
                        "base", target[0],
                        "id", target[1],
                        "seq", target[2],
                        "keys", StatementKeys.of(tenant, statement((String) target[3]))))
                .toList();
    }

    private static Map<String, Object> statement(String json) {
        try {
            return Json.TOLERANT.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored statement cannot be read", e);
        }
    }
}
