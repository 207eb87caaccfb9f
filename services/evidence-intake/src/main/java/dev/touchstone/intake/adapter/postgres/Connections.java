package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.seal.Seal;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionReader;
import dev.touchstone.intake.connection.LiveConnection;
import dev.touchstone.intake.preset.Presets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Connections as stored, secrets sealed. */
@ApplicationScoped
public class Connections {

    private static final String COLUMNS =
            "id, tenant_id, cast(settings as text), created_at, disabled_at, secret, previous_secret, fetch_secret";

    private final UnitOfWork unitOfWork;
    private final SecretBox secretBox;
    private final Presets presets;

    Connections(UnitOfWork unitOfWork, SecretBox secretBox, Presets presets) {
        this.unitOfWork = unitOfWork;
        this.secretBox = secretBox;
        this.presets = presets;
    }

    /**
     * A connection as its administrator sees it.
     *
     * @param settings as configured; without the template where that is a preset's
     * @param liveSecrets how many secrets are good at present
     * @param fetchSecret whether it has one to fetch with
     */
    public record Stored(Connection connection, Map<String, Object> settings, int liveSecrets, boolean fetchSecret) {}

    /**
     * A connection with what it fetches with.
     *
     * @param secret null if it has none, or has one that was not given for whom it asks now
     */
    public record Fetching(Connection connection, String secret) {

        @Override
        public String toString() {
            return connection.toString();
        }
    }

    /** @param fetchSecret null for none */
    public Uni<Void> create(Connection connection, Map<String, Object> settings, byte[] secret, String fetchSecret) {
        return unitOfWork.inTenant(
                connection.tenant(),
                session -> session.createNativeQuery("""
                        insert into connection (id, tenant_id, name, source, channel, settings, secret, created_at,
                                                fetch_secret)
                        values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as jsonb), ?7, ?8, cast(?9 as bytea))""")
                        .setParameter(1, connection.id())
                        .setParameter(2, connection.tenant())
                        .setParameter(3, connection.name())
                        .setParameter(4, connection.source().word())
                        .setParameter(5, connection.channel().word())
                        .setParameter(6, Sql.json(settings))
                        .setParameter(7, secretBox.seal(connection.tenant(), connection.id(), secret))
                        .setParameter(8, Sql.time(connection.createdAt()))
                        .setParameter(9, sealed(connection, fetchSecret))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    public Uni<Stored> one(String tenant, UUID id) {
        return unitOfWork.inTenant(
                tenant, session -> row(session, tenant, id, "").map(this::stored));
    }

    /** In the order of their ids; those behind {@code after}, at most {@code most}. */
    public Uni<List<Stored>> page(String tenant, UUID after, int most) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(
                                "select " + COLUMNS
                                        + " from connection where tenant_id = ?1 and id > ?2 order by id limit ?3",
                                Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, after)
                        .setParameter(3, most)
                        .getResultList()
                        .map(rows -> rows.stream().map(this::stored).toList()));
    }

    /** With its secrets opened, whatever its organisation: the id is all that a sender gives. */
    Uni<Optional<LiveConnection>> live(UUID id) {
        return unitOfWork.acrossTenants(session -> session.createNativeQuery(
                        "select " + COLUMNS + " from connection where id = ?1", Object[].class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(this::open)));
    }

    /** For asking its system; empty if there is no such connection. */
    public Uni<Optional<Fetching>> fetching(String tenant, UUID id) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(
                                "select " + COLUMNS + " from connection where tenant_id = ?1 and id = ?2",
                                Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, id)
                        .getSingleResultOrNull()
                        .map(row -> Optional.ofNullable(row).map(this::fetching)));
    }

    /** @param newest key material; the one before stays good unless {@code retireOthers} */
    public Uni<Void> rotate(String tenant, UUID id, byte[] newest, boolean retireOthers) {
        return unitOfWork.inTenant(
                tenant,
                session -> row(session, tenant, id, " for update")
                        .chain(row -> {
                            List<byte[]> live = LiveConnection.rotated(
                                    List.of((byte[]) row[5]), secretBox.seal(tenant, id, newest), retireOthers);
                            return session.createNativeQuery("""
                                    update connection set secret = ?3, previous_secret = cast(?4 as bytea)
                                    where tenant_id = ?1 and id = ?2""")
                                    .setParameter(1, tenant)
                                    .setParameter(2, id)
                                    .setParameter(3, live.get(0))
                                    .setParameter(4, live.size() > 1 ? live.get(1) : null)
                                    .executeUpdate();
                        })
                        .replaceWithVoid());
    }

    /**
     * @param connection as it is to be
     * @param fetchSecret null for none, or for the one there is
     * @param keepFetchSecret whether the one there is stays
     */
    public Uni<Void> configure(
            Connection connection, Map<String, Object> settings, String fetchSecret, boolean keepFetchSecret) {
        return unitOfWork.inTenant(
                connection.tenant(),
                session -> session.createNativeQuery("""
                        update connection set name = ?3, settings = cast(cast(?4 as text) as jsonb),
                               fetch_secret = case when cast(?5 as boolean) then fetch_secret else cast(?6 as bytea) end
                        where tenant_id = ?1 and id = ?2""")
                        .setParameter(1, connection.tenant())
                        .setParameter(2, connection.id())
                        .setParameter(3, connection.name())
                        .setParameter(4, Sql.json(settings))
                        .setParameter(5, keepFetchSecret)
                        .setParameter(6, sealed(connection, fetchSecret))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** Disabling again changes nothing. */
    public Uni<Void> disable(String tenant, UUID id, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                        update connection set disabled_at = coalesce(disabled_at, ?3)
                        where tenant_id = ?1 and id = ?2""")
                        .setParameter(1, tenant)
                        .setParameter(2, id)
                        .setParameter(3, Sql.time(now))
                        .executeUpdate()
                        .invoke(rows -> {
                            if (rows == 0) {
                                throw ProblemException.notFound("connection");
                            }
                        })
                        .replaceWithVoid());
    }

    private static Uni<Object[]> row(Mutiny.Session session, String tenant, UUID id, String lock) {
        return session.createNativeQuery(
                        "select " + COLUMNS + " from connection where tenant_id = ?1 and id = ?2" + lock,
                        Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("connection"));
    }

    private LiveConnection open(Object[] row) {
        Connection connection = stored(row).connection();
        List<byte[]> secrets = new ArrayList<>();
        for (int column = 5; column <= 6; column++) {
            if (row[column] != null) {
                secrets.add(secretBox.open(connection.tenant(), connection.id(), (byte[]) row[column]));
            }
        }
        return new LiveConnection(connection, secrets);
    }

    private byte[] sealed(Connection connection, String fetchSecret) {
        return fetchSecret == null
                ? null
                : secretBox.seal(
                        connection.tenant(),
                        connection.id(),
                        connection.settings().fetch().audience(),
                        fetchSecret.getBytes(StandardCharsets.UTF_8));
    }

    private Fetching fetching(Object[] row) {
        Connection connection = stored(row).connection();
        if (row[7] == null || connection.settings().fetch() == null) {
            return new Fetching(connection, null);
        }
        try {
            byte[] secret = secretBox.open(
                    connection.tenant(),
                    connection.id(),
                    connection.settings().fetch().audience(),
                    (byte[]) row[7]);
            return new Fetching(connection, new String(secret, StandardCharsets.UTF_8));
        } catch (Seal.SealBroken e) {
            return new Fetching(connection, null);
        }
    }

    private Stored stored(Object[] row) {
        Map<String, Object> settings = read((String) row[2]);
        ConnectionReader.Request request = ConnectionReader.read(presets.effective(settings));
        Connection connection = new Connection(
                (UUID) row[0],
                (String) row[1],
                request.name(),
                request.source(),
                request.channel(),
                request.settings(),
                Sql.instant(row[3]),
                Sql.instant(row[4]));
        return new Stored(connection, settings, row[6] == null ? 1 : 2, row[7] != null);
    }

    private static Map<String, Object> read(String settings) {
        try {
            return Json.TOLERANT.readValue(settings, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored settings cannot be read", e);
        }
    }
}
