package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.credential.RevocationReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Issues a credential again whose signed document names somebody who was merged since: the same award, signed for the
 * survivor, and then the former one is revoked. Whatever interrupts it, asking again goes on where it stopped.
 */
@ApplicationScoped
public class ReissueCredential {

    /** Nothing but the administrator's request leads to it. */
    private static final Event NO_CAUSE = null;

    private final UnitOfWork unitOfWork;
    private final Situation situation;
    private final Signing signing;
    private final CredentialRecords records;
    private final RevokeCredential revoke;

    ReissueCredential(
            UnitOfWork unitOfWork,
            Situation situation,
            Signing signing,
            CredentialRecords records,
            RevokeCredential revoke) {
        this.unitOfWork = unitOfWork;
        this.situation = situation;
        this.signing = signing;
        this.records = records;
        this.revoke = revoke;
    }

    /** The credential asked for, and the newest edition of it. */
    private record Editions(CredentialRow asked, CredentialRow newest) {

        boolean superseded() {
            return !newest.id.equals(asked.id);
        }
    }

    /**
     * The credential that took its place; empty where the organisation has no such credential.
     *
     * @throws ProblemException conflict, through the result, where there is nothing to be issued again
     */
    public Uni<Optional<StoredCredential>> reissue(String tenant, UUID id) {
        return Uni.createFrom()
                .deferred(() -> attempt(tenant, id))
                // Of two requests at once the later one may find the intent used up under its hands.
                .onFailure(IllegalStateException.class)
                .retry()
                .atMost(1);
    }

    private Uni<Optional<StoredCredential>> attempt(String tenant, UUID id) {
        return editions(tenant, id).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Uni<Void> issued = found.get().superseded()
                    ? Uni.createFrom().voidItem()
                    : issue(tenant, found.get().asked());
            return issued.chain(() -> revoke.revoke(tenant, id, RevocationReason.REISSUED))
                    .chain(() -> editions(tenant, id))
                    .map(editions -> editions.map(Editions::newest).map(CredentialRow::stored));
        });
    }

    private Uni<Optional<Editions>> editions(String tenant, UUID id) {
        return unitOfWork.inTenant(
                tenant,
                session -> row(session, "tenant = ?1 and id = ?2", tenant, id)
                        .chain(asked -> asked == null
                                ? Uni.createFrom().item(Optional.empty())
                                : row(session, "tenant = ?1 and decisionId = ?2", tenant, asked.decisionId)
                                        .map(newest -> Optional.of(new Editions(asked, newest)))));
    }

    private static Uni<CredentialRow> row(Mutiny.Session session, String which, String tenant, UUID id) {
        return session.createSelectionQuery(
                        "from CredentialRow where " + which + " order by edition desc", CredentialRow.class)
                .setParameter(1, tenant)
                .setParameter(2, id)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private Uni<Void> issue(String tenant, CredentialRow former) {
        requireReissuable(former);
        return situation
                .again(tenant, former)
                .chain(award -> signing.sign(tenant, award.award(), award.ready())
                        .onFailure(PermanentFailure.class)
                        .transform(unfit -> ProblemException.conflict(
                                "The credential cannot be issued again: " + unfit.getMessage())))
                .chain(signed -> unitOfWork.inTenant(
                        tenant,
                        session -> holding(session, former).chain(() -> records.issued(session, signed, NO_CAUSE))));
    }

    private static void requireReissuable(CredentialRow former) {
        if (former.revokedAt != null) {
            throw ProblemException.conflict("What was revoked is not issued again.");
        }
        if (former.signedFor.equals(former.personId)) {
            throw ProblemException.conflict("The credential names its earner as they are known. There is nothing to"
                    + " issue again: that is for people who were merged into somebody else.");
        }
    }

    /** Nobody revokes it until the end of the transaction. */
    private static Uni<Void> holding(Mutiny.Session session, CredentialRow former) {
        return session.<UUID>createNativeQuery("""
                        select credential_id from credential
                        where tenant_id = ?1 and credential_id = ?2 and revoked_at is null for update""")
                .setParameter(1, former.tenant)
                .setParameter(2, former.id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.conflict("What was revoked is not issued again."))
                .replaceWithVoid();
    }

    /** An award whose credential exists, and what its next edition is made of. */
    record Again(Award award, Situation.Ready ready) {}
}
