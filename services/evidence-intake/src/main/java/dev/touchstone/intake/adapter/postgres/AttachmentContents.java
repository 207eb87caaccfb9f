package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** The contents of attachments, by their digests. */
@ApplicationScoped
public class AttachmentContents {

    private final UnitOfWork unitOfWork;

    AttachmentContents(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** In the order of their digests: two batches that bring the same ones must not wait for each other in a circle. */
    static Uni<Void> keep(Mutiny.Session session, String tenant, Map<String, byte[]> contents) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Map.Entry<String, byte[]> content : new TreeMap<>(contents).entrySet()) {
            kept = kept.chain(() -> session.createNativeQuery("""
                            insert into xapi_attachment (tenant_id, digest, content) values (?1, ?2, ?3)
                            on conflict do nothing""")
                    .setParameter(1, tenant)
                    .setParameter(2, content.getKey())
                    .setParameter(3, content.getValue())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return kept;
    }

    /** Bytes of those that are here, by their digests. */
    public Uni<Map<String, Long>> sizes(String tenant, Collection<String> digests) {
        if (digests.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                        select digest, octet_length(content) from xapi_attachment where tenant_id = ?1 and digest in (
                            select value from jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) as asked(value))""", Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, Sql.json(digests))
                        .getResultList()
                        .map(rows -> {
                            Map<String, Long> sizes = new TreeMap<>();
                            rows.forEach(row -> sizes.put((String) row[0], ((Number) row[1]).longValue()));
                            return sizes;
                        }));
    }

    /** Those of them that are here, in the order asked for. Whoever asks has seen to it that they are not too many. */
    public Uni<Map<String, byte[]>> contents(String tenant, Collection<String> digests) {
        if (digests.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<String> distinct = digests.stream().distinct().toList();
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                        select digest, content from xapi_attachment where tenant_id = ?1 and digest in (
                            select value from jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) as asked(value))""", Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, Sql.json(distinct))
                        .getResultList()
                        .map(rows -> {
                            Map<String, byte[]> found = new TreeMap<>();
                            rows.forEach(row -> found.put((String) row[0], (byte[]) row[1]));
                            Map<String, byte[]> ordered = new LinkedHashMap<>();
                            distinct.stream()
                                    .filter(found::containsKey)
                                    .forEach(digest -> ordered.put(digest, found.get(digest)));
                            return ordered;
                        }));
    }
}
