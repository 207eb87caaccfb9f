package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.intake.bulk.ImportedRow;
import dev.touchstone.intake.bulk.ReadRow;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** By what rows are known again, in whichever import of the organisation they come. */
final class ImportedKeys {

    /** In one order, so that two imports of the same rows do not wait for each other in a circle. */
    private static final String INSERT = """
            insert into evidence_import_key (tenant_id, key, digest, evidence_id)
            select cast(?1 as varchar), key, digest, evidence_id
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as row(key varchar, digest varchar, evidence_id uuid)
            order by key
            on conflict do nothing
            returning evidence_id""";

    private static final String KNOWN = """
            select key, digest, evidence_id from evidence_import_key
            where tenant_id = ?1 and key in (
                select value from jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) as asked(value))""";

    private final Mutiny.Session session;
    private final String tenant;

    ImportedKeys(Mutiny.Session session, String tenant) {
        this.session = session;
        this.tenant = tenant;
    }

    /**
     * Whether a row comes for the first time.
     *
     * @param evidenceId of the first one
     * @param isSame whether the first one said the same
     */
    record Claim(UUID evidenceId, boolean isNew, boolean isSame) {}

    /** By line; nothing for rows that are refused. */
    Uni<Map<Long, Claim>> claim(List<ReadRow> rows) {
        Map<String, UUID> ids = new HashMap<>();
        Map<String, ReadRow> first = new HashMap<>();
        rows.stream().filter(row -> row.row() != null).forEach(row -> {
            String key = row.row().key();
            if (first.putIfAbsent(key, row) == null) {
                ids.put(key, Uuid7.next());
            }
        });
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.<UUID>createNativeQuery(INSERT)
                .setParameter(1, tenant)
                .setParameter(
                        2,
                        Sql.json(first.entrySet().stream()
                                .map(entry -> Map.of(
                                        "key", entry.getKey(),
                                        "digest", entry.getValue().row().digest(),
                                        "evidence_id", ids.get(entry.getKey())))
                                .toList()))
                .getResultList()
                .chain(fresh -> session.createNativeQuery(KNOWN, Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, Sql.json(ids.keySet()))
                        .getResultList()
                        .map(known -> claims(rows, new HashSet<>(fresh), first, known)));
    }

    private static Map<Long, Claim> claims(
            List<ReadRow> rows, Set<UUID> fresh, Map<String, ReadRow> first, List<Object[]> known) {
        Map<String, Object[]> byKey = new HashMap<>();
        known.forEach(row -> byKey.put((String) row[0], row));
        Map<Long, Claim> claims = new HashMap<>();
        for (ReadRow row : rows) {
            if (row.row() != null) {
                ImportedRow imported = row.row();
                Object[] stored = byKey.get(imported.key());
                UUID evidenceId = (UUID) stored[2];
                boolean isNew = fresh.contains(evidenceId) && first.get(imported.key()) == row;
                claims.put(row.line(), new Claim(evidenceId, isNew, stored[1].equals(imported.digest())));
            }
        }
        return claims;
    }
}
