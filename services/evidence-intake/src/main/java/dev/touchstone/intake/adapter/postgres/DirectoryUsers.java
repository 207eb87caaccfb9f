package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.json.Json;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.UserFilter;
import dev.touchstone.intake.directory.UserFilter.Field;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rows of directories' users. */
@ApplicationScoped
class DirectoryUsers {

    private static final Map<Field, String> COLUMNS = Map.ofEntries(
            Map.entry(Field.ID, "u.id"),
            Map.entry(Field.USER_NAME, "u.user_name_key"),
            Map.entry(Field.EXTERNAL_ID, "u.external_id"),
            Map.entry(Field.DISPLAY_NAME, "lower(u.document->>'displayName')"),
            Map.entry(Field.GIVEN_NAME, "lower(u.document->>'givenName')"),
            Map.entry(Field.FAMILY_NAME, "lower(u.document->>'familyName')"),
            Map.entry(Field.TITLE, "lower(u.document->>'title')"),
            Map.entry(Field.ACTIVE, "u.active"),
            Map.entry(Field.EMPLOYEE_NUMBER, "lower(u.document->>'employeeNumber')"),
            Map.entry(Field.DEPARTMENT, "lower(u.document->>'department')"),
            Map.entry(Field.CREATED, "u.created_at"),
            Map.entry(Field.CHANGED, "u.changed_at"));
    private static final String SELECT = "select " + StoredUser.COLUMNS + " from directory_user u ";
    private static final String OF_CONNECTION = "where u.tenant_id = ?1 and u.connection_id = ?2 ";
    private static final DirectoryRows<StoredUser> ROWS = new DirectoryRows<>(
            StoredUser.COLUMNS,
            "directory_user u " + OF_CONNECTION + "and u.deleted_at is null",
            "u.id",
            COLUMNS,
            StoredUser::of);
    private static final String INSERT = """
            insert into directory_user (id, tenant_id, connection_id, person_id, user_name_key, external_id, active,
                                        document, version, created_at, changed_at)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as varchar), ?7, cast(cast(?8 as text) as jsonb), ?9, ?10, ?11)
            on conflict (id) do update
            set user_name_key = excluded.user_name_key, external_id = excluded.external_id, active = excluded.active,
                document = excluded.document, version = excluded.version, changed_at = excluded.changed_at,
                deleted_at = null""";

    static String key(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }

    /** Null if there is none, or it was deleted. */
    Uni<StoredUser> live(Mutiny.Session session, Connection directory, UUID id) {
        return session.createNativeQuery(
                        SELECT + OF_CONNECTION + "and u.id = ?3 and u.deleted_at is null", Object[].class)
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .setParameter(3, id)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : StoredUser.of(row));
    }

    /** Those that are there, in the order of their ids, behind this one; at most as many as asked for. */
    Uni<List<StoredUser>> behind(Mutiny.Session session, Connection directory, UUID last, int most) {
        return session.createNativeQuery(
                        SELECT + OF_CONNECTION + "and u.deleted_at is null and u.id > ?3 order by u.id limit ?4",
                        Object[].class)
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .setParameter(3, last)
                .setParameter(4, most)
                .getResultList()
                .map(rows -> rows.stream().map(StoredUser::of).toList());
    }

    /** Whoever has or had the user name or the external id, or is one of the people; the deleted ones too. */
    Uni<List<StoredUser>> akin(
            Mutiny.Session session, Connection directory, String userName, String externalId, Collection<UUID> people) {
        return session.createNativeQuery(SELECT + OF_CONNECTION + """
                        and (u.user_name_key = ?3 or u.external_id = cast(?4 as varchar)
                             or u.person_id = any(cast(cast(?5 as text) as uuid[])))
                        order by u.id""", Object[].class)
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .setParameter(3, key(userName))
                .setParameter(4, externalId)
                .setParameter(5, Sql.uuids(people))
                .getResultList()
                .map(rows -> rows.stream().map(StoredUser::of).toList());
    }

    /** The deleted users that had this user name last. */
    Uni<List<StoredUser>> formerNamesakes(Mutiny.Session session, Connection directory, String userName) {
        return session.createNativeQuery(
                        SELECT + OF_CONNECTION + "and u.user_name_key = ?3 and u.deleted_at is not null",
                        Object[].class)
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .setParameter(3, key(userName))
                .getResultList()
                .map(rows -> rows.stream().map(StoredUser::of).toList());
    }

    /** Deleted users keep no user name: their id takes its place. */
    Uni<Void> giveNameUp(Mutiny.Session session, Connection directory, Collection<UUID> deleted) {
        return session.createNativeQuery("""
                        update directory_user set user_name_key = cast(id as text)
                        where tenant_id = ?1 and connection_id = ?2 and deleted_at is not null
                          and id = any(cast(cast(?3 as text) as uuid[]))""")
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .setParameter(3, Sql.uuids(deleted))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether the person is still at work as another user, of whichever directory. */
    Uni<Boolean> activeElsewhere(Mutiny.Session session, String tenant, UUID person, UUID user) {
        return session.<Boolean>createNativeQuery("""
                        select exists (select 1 from directory_user
                                       where tenant_id = ?1 and person_id = ?2 and id <> ?3 and active
                                         and deleted_at is null)""")
                .setParameter(1, tenant)
                .setParameter(2, person)
                .setParameter(3, user)
                .getSingleResult();
    }

    Uni<Void> save(Mutiny.Session session, Connection directory, StoredUser user) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, user.id())
                .setParameter(2, directory.tenant())
                .setParameter(3, directory.id())
                .setParameter(4, user.personId())
                .setParameter(5, key(user.user().userName()))
                .setParameter(6, user.user().externalId())
                .setParameter(7, user.user().active())
                .setParameter(8, Json.TOLERANT.valueToTree(user.user()).toString())
                .setParameter(9, user.version())
                .setParameter(10, Sql.time(user.createdAt()))
                .setParameter(11, Sql.time(user.changedAt()))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> delete(Mutiny.Session session, Connection directory, UUID id, java.time.Instant now) {
        return session.createNativeQuery("""
                        update directory_user set deleted_at = ?3, active = false, version = version + 1
                        where tenant_id = ?1 and id = ?2""")
                .setParameter(1, directory.tenant())
                .setParameter(2, id)
                .setParameter(3, Sql.time(now))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Long> count(Mutiny.Session session, Connection directory, UserFilter filter) {
        return ROWS.count(session, directory, filter);
    }

    Uni<List<StoredUser>> page(Mutiny.Session session, Connection directory, UserFilter filter, long skip, int most) {
        return ROWS.page(session, directory, filter, skip, most);
    }
}
