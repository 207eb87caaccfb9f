package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.DirectoryGroup;
import dev.touchstone.intake.directory.UserFilter;
import dev.touchstone.intake.directory.UserFilter.Field;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rows of directories' groups; their members are {@link DirectoryMembers}. */
@ApplicationScoped
class DirectoryGroups {

    private static final Map<Field, String> COLUMNS = Map.of(
            Field.ID, "g.id",
            Field.DISPLAY_NAME, "lower(g.display_name)",
            Field.EXTERNAL_ID, "g.external_id",
            Field.CREATED, "g.created_at",
            Field.CHANGED, "g.changed_at",
            Field.MEMBER, "g.id");
    private static final String SELECT = "select " + StoredGroup.COLUMNS + " from directory_group g ";
    private static final String OF_CONNECTION = "where g.tenant_id = ?1 and g.connection_id = ?2 ";
    private static final DirectoryRows<StoredGroup> ROWS = new DirectoryRows<>(
            StoredGroup.COLUMNS, "directory_group g " + OF_CONNECTION, "g.id", COLUMNS, StoredGroup::of);

    /** Null if there is none. Its members are not read. */
    Uni<StoredGroup> find(Mutiny.Session session, Connection directory, UUID id) {
        return session.createNativeQuery(SELECT + OF_CONNECTION + "and g.id = ?3", Object[].class)
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .setParameter(3, id)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : StoredGroup.of(row));
    }

    /** Whether another group of the directory has this name or external id. */
    Uni<Boolean> isTaken(Mutiny.Session session, Connection directory, DirectoryGroup group) {
        return session.<Boolean>createNativeQuery("""
                        select exists (select 1 from directory_group
                                       where tenant_id = ?1 and connection_id = ?2 and id <> ?3
                                         and (lower(display_name) = lower(?4) or external_id = cast(?5 as varchar)))""")
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .setParameter(3, group.id())
                .setParameter(4, group.displayName())
                .setParameter(5, group.externalId())
                .getSingleResult();
    }

    /** Ids of units that begin with this one and belong to a group of the organisation. */
    Uni<List<String>> unitsLike(Mutiny.Session session, String tenant, String slug) {
        return session.<String>createNativeQuery(
                        "select unit_id from directory_group where tenant_id = ?1 and starts_with(unit_id, ?2)")
                .setParameter(1, tenant)
                .setParameter(2, slug)
                .getResultList();
    }

    Uni<Void> save(Mutiny.Session session, Connection directory, StoredGroup group) {
        return session.createNativeQuery("""
                        insert into directory_group (id, tenant_id, connection_id, display_name, external_id, unit_id,
                                                     version, created_at, changed_at)
                        values (?1, ?2, ?3, ?4, cast(?5 as varchar), ?6, ?7, ?8, ?9)
                        on conflict (id) do update
                        set display_name = excluded.display_name, external_id = excluded.external_id,
                            version = excluded.version, changed_at = excluded.changed_at""")
                .setParameter(1, group.group().id())
                .setParameter(2, directory.tenant())
                .setParameter(3, directory.id())
                .setParameter(4, group.group().displayName())
                .setParameter(5, group.group().externalId())
                .setParameter(6, group.group().unitId())
                .setParameter(7, group.version())
                .setParameter(8, Sql.time(group.createdAt()))
                .setParameter(9, Sql.time(group.changedAt()))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> delete(Mutiny.Session session, Connection directory, UUID id) {
        return session.createNativeQuery("delete from directory_group where tenant_id = ?1 and id = ?2")
                .setParameter(1, directory.tenant())
                .setParameter(2, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Long> count(Mutiny.Session session, Connection directory, UserFilter filter) {
        return ROWS.count(session, directory, filter);
    }

    Uni<List<StoredGroup>> page(Mutiny.Session session, Connection directory, UserFilter filter, long skip, int most) {
        return ROWS.page(session, directory, filter, skip, most);
    }
}
