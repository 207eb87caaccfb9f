package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.credential.Sealing;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.issuer.KeyPurpose;
import dev.touchstone.issuance.issuer.KeyVault;
import dev.touchstone.issuance.publication.PublicAddresses;
import dev.touchstone.issuance.status.Bitstring;
import dev.touchstone.issuance.status.StatusList;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The organisations' status lists: opened when the first credential needs one, signed again at every change. */
@ApplicationScoped
public class StatusLists {

    private final UnitOfWork unitOfWork;
    private final Sealing sealing;
    private final KeyVault vault;
    private final PublicAddresses addresses;
    private final JsonText json;

    StatusLists(UnitOfWork unitOfWork, Sealing sealing, KeyVault vault, PublicAddresses addresses, JsonText json) {
        this.unitOfWork = unitOfWork;
        this.sealing = sealing;
        this.vault = vault;
        this.addresses = addresses;
        this.json = json;
    }

    /** The signed list, as served. */
    public Uni<Optional<String>> document(String tenant, int number) {
        return unitOfWork.inTenant(tenant, session -> document(session, tenant, number));
    }

    static Uni<Optional<String>> document(Mutiny.Session session, String tenant, int number) {
        return session.find(StatusListRow.class, new StatusListRow.Key(tenant, number))
                .map(row -> Optional.ofNullable(row).map(found -> found.document));
    }

    /** Number of the list that takes new entries. */
    Uni<Integer> current(StoredIssuer issuer) {
        return unitOfWork
                .inTenant(
                        issuer.tenant(),
                        session -> session.createSelectionQuery(
                                        "select max(number) from StatusListRow where tenant = ?1", Integer.class)
                                .setParameter(1, issuer.tenant())
                                .getSingleResult())
                .chain(number ->
                        number == null ? open(issuer, 1) : Uni.createFrom().item(number));
    }

    /** Opens the list with this number; harmless where it is open already. */
    Uni<Integer> open(StoredIssuer issuer, int number) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        StatusList list = new StatusList(
                addresses.statusList(issuer.tenant(), number),
                addresses.issuer(issuer.tenant()),
                now,
                Bitstring.empty());
        return sign(issuer, list)
                .chain(document -> unitOfWork.inTenant(
                        issuer.tenant(),
                        session -> session.createNativeQuery("""
                                        insert into status_list
                                            (tenant_id, number, revision, encoded, document, created_at)
                                        values (?1, ?2, 1, ?3, ?4, ?5) on conflict do nothing""")
                                .setParameter(1, issuer.tenant())
                                .setParameter(2, number)
                                .setParameter(3, list.bits().encode())
                                .setParameter(4, document)
                                .setParameter(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                                .executeUpdate()))
                .replaceWith(number);
    }

    /** The list with one more bit set, signed; nothing is stored yet. */
    Uni<Revised> revoking(StoredIssuer issuer, StatusListRow row, int index) {
        return Worker.compute(() -> new StatusList(
                                addresses.statusList(issuer.tenant(), row.number),
                                addresses.issuer(issuer.tenant()),
                                row.createdAt,
                                Bitstring.decode(row.encoded))
                        .revoking(index))
                .chain(list -> sign(issuer, list)
                        .map(document -> new Revised(
                                row.number, row.revision, list.bits().encode(), document)));
    }

    /** Stores the revised list unless somebody else revised it meanwhile; answers whether it did. */
    static Uni<Boolean> store(Mutiny.Session session, String tenant, Revised revised) {
        return session.createNativeQuery("""
                        update status_list set revision = revision + 1, encoded = ?1, document = ?2
                        where tenant_id = ?3 and number = ?4 and revision = ?5""")
                .setParameter(1, revised.encoded())
                .setParameter(2, revised.document())
                .setParameter(3, tenant)
                .setParameter(4, revised.number())
                .setParameter(5, revised.basedOn())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** A list after a change, and the revision it was made from. */
    record Revised(int number, int basedOn, String encoded, String document) {}

    private Uni<String> sign(StoredIssuer issuer, StatusList list) {
        return Worker.compute(() -> new String(
                json.write(sealing.sign(
                        list, issuer.active(KeyPurpose.STATUS_LIST).open(issuer.tenant(), vault), Instant.now())),
                StandardCharsets.UTF_8));
    }
}
