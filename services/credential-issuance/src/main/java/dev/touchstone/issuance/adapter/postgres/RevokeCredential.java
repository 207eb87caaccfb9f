package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.issuance.adapter.postgres.StatusLists.Revised;
import dev.touchstone.issuance.credential.Credential.Change;
import dev.touchstone.issuance.credential.RevocationReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Revokes for good. The status list is signed again outside the transaction; credential, list and event change together,
 * provided that nobody changed the list or the credential, or merged its earner, meanwhile. Otherwise everything is tried again on what they
 * left.
 */
@ApplicationScoped
public class RevokeCredential {

    private static final int MAX_TRIES = 20;

    private final UnitOfWork unitOfWork;
    private final StatusLists lists;
    private final CredentialRecords records;

    RevokeCredential(UnitOfWork unitOfWork, StatusLists lists, CredentialRecords records) {
        this.unitOfWork = unitOfWork;
        this.lists = lists;
        this.records = records;
    }

    /** What a revocation is decided on. */
    private record Present(CredentialRow row, StatusListRow list, int index, StoredIssuer issuer) {}

    /** The credential as it is afterwards; empty where the organisation has no such credential. */
    public Uni<Optional<StoredCredential>> revoke(String tenant, UUID id, RevocationReason reason) {
        return attempt(tenant, id, reason, MAX_TRIES);
    }

    private Uni<Optional<StoredCredential>> attempt(String tenant, UUID id, RevocationReason reason, int triesLeft) {
        if (triesLeft == 0) {
            throw ProblemException.unavailable("Too many revocations at once. Send the request again.");
        }
        return unitOfWork.inTenant(tenant, session -> load(session, tenant, id)).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Present present = found.get();
            Optional<Change> change = present.row().credential().revoke(reason, Instant.now());
            if (change.isEmpty()) {
                return Uni.createFrom().item(Optional.of(present.row().stored()));
            }
            return lists.revoking(present.issuer(), present.list(), present.index())
                    .chain(revised -> store(tenant, change.get(), revised))
                    .chain(stored -> attempt(tenant, id, reason, stored ? triesLeft : triesLeft - 1));
        });
    }

    private static Uni<Optional<Present>> load(Mutiny.Session session, String tenant, UUID id) {
        return session.createSelectionQuery("from CredentialRow where tenant = ?1 and id = ?2", CredentialRow.class)
                .setParameter(1, tenant)
                .setParameter(2, id)
                .getSingleResultOrNull()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : session.find(IntentRow.class, new IntentRow.Key(tenant, row.decisionId, row.edition))
                                .chain(intent -> session.find(
                                                StatusListRow.class, new StatusListRow.Key(tenant, intent.listNumber))
                                        .chain(list -> Issuers.load(session, tenant)
                                                .map(issuer -> Optional.of(new Present(
                                                        row, list, intent.listIndex, issuer.orElseThrow()))))));
    }

    private Uni<Boolean> store(String tenant, Change change, Revised revised) {
        return unitOfWork
                .inTenant(
                        tenant,
                        session -> StatusLists.store(session, tenant, revised)
                                .chain(listStored -> listStored
                                        ? update(session, tenant, change)
                                        : Uni.createFrom().item(0))
                                .chain(rows -> rows == 1
                                        ? records.tell(session, tenant, change.event(), null)
                                        : Uni.createFrom().failure(new Overtaken())))
                .replaceWith(true)
                .onFailure(Overtaken.class)
                .recoverWithItem(false);
    }

    private static Uni<Integer> update(Mutiny.Session session, String tenant, Change change) {
        var revocation = change.credential().revocation().orElseThrow();
        return session.createNativeQuery("""
                        update credential set state = 'revoked', version = ?1, revoked_at = ?2, revocation_reason = ?3
                        where tenant_id = ?4 and credential_id = ?5 and version = ?6 and person_id = ?7""")
                .setParameter(1, change.credential().version())
                .setParameter(2, OffsetDateTime.ofInstant(revocation.at(), ZoneOffset.UTC))
                .setParameter(3, revocation.reason().code())
                .setParameter(4, tenant)
                .setParameter(5, change.credential().id())
                .setParameter(6, change.credential().version() - 1)
                .setParameter(7, change.credential().personId())
                .executeUpdate();
    }

    /** Somebody else changed the list or the credential first. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super(null, null, false, false);
        }
    }
}
