package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.DirectoryUser;
import dev.touchstone.intake.people.Unit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is in which group. */
@ApplicationScoped
class DirectoryMembers {

    /** By group: user names by user ids, in the order of joining. */
    Uni<Map<UUID, Map<UUID, String>>> of(Mutiny.Session session, String tenant, Collection<UUID> groups) {
        if (groups.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery("""
                        select m.group_id, m.user_id, u.document->>'userName'
                        from directory_member m join directory_user u on u.id = m.user_id
                        where m.tenant_id = ?1 and m.group_id = any(cast(cast(?2 as text) as uuid[]))
                        order by m.position""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(groups))
                .getResultList()
                .map(rows -> {
                    Map<UUID, Map<UUID, String>> members = new HashMap<>();
                    rows.forEach(row -> members.computeIfAbsent((UUID) row[0], group -> new LinkedHashMap<>())
                            .put((UUID) row[1], (String) row[2]));
                    return members;
                });
    }

    Uni<Boolean> isGrouped(Mutiny.Session session, String tenant, UUID user) {
        return session.<Boolean>createNativeQuery(
                        "select exists (select 1 from directory_member where tenant_id = ?1 and user_id = ?2)")
                .setParameter(1, tenant)
                .setParameter(2, user)
                .getSingleResult();
    }

    /** Those of the ids that are users of this directory. */
    Uni<Set<UUID>> known(Mutiny.Session session, Connection directory, Collection<UUID> ids) {
        return session.<UUID>createNativeQuery("""
                        select id from directory_user
                        where tenant_id = ?1 and connection_id = ?2 and deleted_at is null
                          and id = any(cast(cast(?3 as text) as uuid[]))""")
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .setParameter(3, Sql.uuids(ids))
                .getResultList()
                .map(HashSet::new);
    }

    Uni<Void> add(Mutiny.Session session, String tenant, UUID group, Collection<UUID> users) {
        return users.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery("""
                        insert into directory_member (tenant_id, group_id, user_id)
                        select cast(?1 as varchar), cast(?2 as uuid), id
                        from unnest(cast(cast(?3 as text) as uuid[])) as row(id) on conflict do nothing""")
                        .setParameter(1, tenant)
                        .setParameter(2, group)
                        .setParameter(3, Sql.uuids(users))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    Uni<Void> remove(Mutiny.Session session, String tenant, UUID group, Collection<UUID> users) {
        return users.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery("""
                        delete from directory_member
                        where tenant_id = ?1 and group_id = ?2 and user_id = any(cast(cast(?3 as text) as uuid[]))""")
                        .setParameter(1, tenant)
                        .setParameter(2, group)
                        .setParameter(3, Sql.uuids(users))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Takes a user out of all groups, which are other groups then. */
    Uni<Void> forget(Mutiny.Session session, String tenant, UUID user, Instant now) {
        return session.createNativeQuery("""
                        with gone as (delete from directory_member where tenant_id = ?1 and user_id = ?2
                                      returning group_id)
                        update directory_group g set version = version + 1, changed_at = ?3
                        from gone where g.id = gone.group_id""")
                .setParameter(1, tenant)
                .setParameter(2, user)
                .setParameter(3, Sql.time(now))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The unit that each of the users has now: of the group they joined first, else of their department. */
    Uni<Map<UUID, Optional<Unit>>> units(
            Mutiny.Session session,
            String tenant,
            Collection<UUID> users,
            java.util.function.Function<DirectoryUser, Unit> otherwise) {
        if (users.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery("select " + StoredUser.COLUMNS + """
                        , g.unit_id, g.display_name
                        from directory_user u
                        left join lateral (
                            select d.unit_id, d.display_name
                            from directory_member m join directory_group d on d.id = m.group_id
                            where m.user_id = u.id order by m.position limit 1) g on true
                        where u.tenant_id = ?1 and u.id = any(cast(cast(?2 as text) as uuid[]))""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(users))
                .getResultList()
                .map(rows -> units(rows, otherwise));
    }

    private static Map<UUID, Optional<Unit>> units(
            List<Object[]> rows, java.util.function.Function<DirectoryUser, Unit> otherwise) {
        Map<UUID, Optional<Unit>> units = new HashMap<>();
        for (Object[] row : rows) {
            StoredUser user = StoredUser.of(row);
            units.put(
                    user.id(),
                    row[7] == null
                            ? Optional.ofNullable(otherwise.apply(user.user()))
                            : Optional.of(new Unit((String) row[7], ((String) row[8]).strip())));
        }
        return units;
    }
}
