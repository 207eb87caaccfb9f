package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.issuer.IssuerProfile;
import dev.touchstone.issuance.issuer.KeyPurpose;
import dev.touchstone.issuance.issuer.KeyVault;
import dev.touchstone.issuance.issuer.SigningKey;
import dev.touchstone.issuance.proof.Ed25519;
import dev.touchstone.issuance.publication.PublicAddresses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Organisations as issuers. One that was never set up gets a profile with its own name, so that an award never waits for it. */
@ApplicationScoped
public class Issuers {

    private static final Logger LOG = Logger.getLogger(Issuers.class);

    private final UnitOfWork unitOfWork;
    private final Ed25519 ed25519;
    private final KeyVault vault;
    private final PublicAddresses addresses;

    Issuers(UnitOfWork unitOfWork, Ed25519 ed25519, KeyVault vault, PublicAddresses addresses) {
        this.unitOfWork = unitOfWork;
        this.ed25519 = ed25519;
        this.vault = vault;
        this.addresses = addresses;
    }

    /** The organisation's name is an address that this service needs for itself, so it cannot issue. */
    public static final class ReservedName extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReservedName(String tenant) {
            super("the name " + tenant + " is needed by this service itself");
        }
    }

    public Uni<Optional<StoredIssuer>> find(String tenant) {
        return unitOfWork.inTenant(tenant, session -> load(session, tenant));
    }

    /** The organisation as it is, or as it begins. */
    Uni<StoredIssuer> findOrCreate(String tenant) {
        return find(tenant)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : unitOfWork.inTenant(tenant, session -> create(session, tenant, IssuerProfile.named(tenant))));
    }

    /** Sets the profile; credentials issued before keep what they say. */
    public Uni<StoredIssuer> change(String tenant, IssuerProfile profile) {
        return unitOfWork.inTenant(
                tenant, session -> create(session, tenant, profile).chain(() -> update(session, tenant, profile)));
    }

    private Uni<StoredIssuer> create(Mutiny.Session session, String tenant, IssuerProfile profile) {
        if (!addresses.canServe(tenant)) {
            throw new ReservedName(tenant);
        }
        return session.createNativeQuery("""
                        insert into issuer (tenant_id, name, created_at) values (?1, ?2, ?3) on conflict do nothing""")
                .setParameter(1, tenant)
                .setParameter(2, profile.name())
                .setParameter(3, now())
                .executeUpdate()
                .invoke(rows -> {
                    if (rows == 1) {
                        LOG.infof("event=issuer-created tenant=%s", tenant);
                    }
                })
                .chain(() -> Multi.createFrom()
                        .items(KeyPurpose.values())
                        .onItem()
                        .transformToUniAndConcatenate(purpose -> ensureKey(session, tenant, purpose))
                        .collect()
                        .last())
                .chain(() -> load(session, tenant))
                .map(Optional::orElseThrow);
    }

    private Uni<Integer> ensureKey(Mutiny.Session session, String tenant, KeyPurpose purpose) {
        byte[] seed = ed25519.newSeed();
        SigningKey key = new SigningKey(ed25519.publicKey(seed), seed);
        return session.createNativeQuery("""
                        insert into issuer_key (tenant_id, multikey, purpose, sealed_seed, created_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                .setParameter(1, tenant)
                .setParameter(2, key.publicKey().text())
                .setParameter(3, IssuerKeyRow.word(purpose))
                .setParameter(4, vault.seal(tenant, key))
                .setParameter(5, now())
                .executeUpdate()
                .invoke(rows -> {
                    if (rows == 1) {
                        LOG.infof("event=key-created tenant=%s purpose=%s key=%s", tenant, purpose, key.publicKey());
                    }
                });
    }

    private static Uni<StoredIssuer> update(Mutiny.Session session, String tenant, IssuerProfile profile) {
        return session.find(IssuerRow.class, tenant)
                .invoke(row -> {
                    row.name = profile.name();
                    row.url = profile.url().map(URI::toString).orElse(null);
                    row.email = profile.email().orElse(null);
                    row.description = profile.description().orElse(null);
                    row.image = profile.image().map(URI::toString).orElse(null);
                })
                .chain(session::flush)
                .chain(() -> load(session, tenant))
                .map(Optional::orElseThrow);
    }

    static Uni<Optional<StoredIssuer>> load(Mutiny.Session session, String tenant) {
        return session.find(IssuerRow.class, tenant)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : session.createSelectionQuery(
                                        "from IssuerKeyRow where tenant = ?1 order by createdAt, multikey",
                                        IssuerKeyRow.class)
                                .setParameter(1, tenant)
                                .getResultList()
                                .map(keys -> Optional.of(new StoredIssuer(
                                        tenant,
                                        row.profile(),
                                        keys.stream().map(IssuerKeyRow::key).toList()))));
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.now(Clock.systemUTC()), ZoneOffset.UTC);
    }
}
