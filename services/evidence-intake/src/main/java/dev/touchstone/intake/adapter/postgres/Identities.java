package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.IdentityKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is known by what. */
@ApplicationScoped
class Identities {

    /** The owners of those identities that belong to somebody. */
    Uni<Map<Identity, UUID>> owners(Mutiny.Session session, String tenant, Collection<Identity> identities) {
        if (identities.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<UUID, Identity> byKey = identities.stream().distinct().collect(Collectors.toMap(Sql::key, one -> one));
        return ownersByKey(session, tenant, byKey.keySet()).map(owners -> {
            Map<Identity, UUID> found = new HashMap<>();
            owners.forEach((key, owner) -> found.put(byKey.get(key), owner));
            return found;
        });
    }

    Uni<Map<UUID, UUID>> ownersByKey(Mutiny.Session session, String tenant, Collection<UUID> keys) {
        return session.createNativeQuery("""
                        select identity_key, person_id from person_identity
                        where tenant_id = ?1 and identity_key = any(cast(cast(?2 as text) as uuid[]))""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(keys))
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1])));
    }

    Uni<Optional<UUID>> personOf(Mutiny.Session session, String tenant, String login) {
        Identity identity = Identity.login(login);
        return owners(session, tenant, List.of(identity)).map(owners -> Optional.ofNullable(owners.get(identity)));
    }

    Uni<List<Identity>> of(Mutiny.Session session, String tenant, UUID personId) {
        return session.createNativeQuery("""
                        select kind, value from person_identity
                        where tenant_id = ?1 and person_id = ?2 order by kind, value""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, personId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Identity(IdentityKind.of((String) row[0]), (String) row[1]))
                        .toList());
    }

    Uni<Void> add(Mutiny.Session session, String tenant, Map<Identity, UUID> gained) {
        if (gained.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map<String, Object>> rows = gained.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "identity_key", Sql.key(entry.getKey()),
                        "person_id", entry.getValue(),
                        "kind", entry.getKey().kind().word(),
                        "value", entry.getKey().value()))
                .toList();
        return session.createNativeQuery("""
                        insert into person_identity (tenant_id, identity_key, person_id, kind, value)
                        select cast(?1 as varchar), identity_key, person_id, kind, value
                        from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                             as row(identity_key uuid, person_id uuid, kind varchar, value varchar)""")
                .setParameter(1, tenant)
                .setParameter(2, Sql.json(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> remove(Mutiny.Session session, String tenant, Collection<Identity> lost) {
        if (lost.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        delete from person_identity
                        where tenant_id = ?1 and identity_key = any(cast(cast(?2 as text) as uuid[]))""")
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(lost.stream().map(Sql::key).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }
}
