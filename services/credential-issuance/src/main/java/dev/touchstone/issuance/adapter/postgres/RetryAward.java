package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.adapter.postgres.WaitingAwards.Waiting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Tries an award again because somebody asks for it: nothing arrives any more that would do it by itself. */
@ApplicationScoped
public class RetryAward {

    private final UnitOfWork unitOfWork;
    private final WaitingAwards waiting;
    private final IssueCredential issue;

    RetryAward(UnitOfWork unitOfWork, WaitingAwards waiting, IssueCredential issue) {
        this.unitOfWork = unitOfWork;
        this.waiting = waiting;
        this.issue = issue;
    }

    /** How it ended. */
    public sealed interface Outcome permits Issued, StillWaiting {}

    /** It is a credential, by this try or an earlier one. */
    public record Issued(UUID credentialId) implements Outcome {}

    /** It waits as before, and says for what or why. */
    public record StillWaiting(Waiting award) implements Outcome {}

    /** Empty where the organisation has no such award. Asking again is harmless, at the same time too. */
    public Uni<Optional<Outcome>> retry(String tenant, UUID decisionId) {
        return unitOfWork
                .inTenant(
                        tenant,
                        session -> session.find(PendingAwardRow.class, new PendingAwardRow.Key(tenant, decisionId)))
                .chain(row -> row == null ? Uni.createFrom().voidItem() : release(row))
                .chain(() -> outcome(tenant, decisionId));
    }

    /** Of two tries at once the later one may find the intent used up under its hands; it sees the credential then. */
    private Uni<Void> release(PendingAwardRow row) {
        return Uni.createFrom()
                .deferred(() -> issue.release(row))
                .onFailure(IllegalStateException.class)
                .retry()
                .atMost(1);
    }

    private Uni<Optional<Outcome>> outcome(String tenant, UUID decisionId) {
        return credentialOf(tenant, decisionId)
                .chain(issued -> issued.isPresent()
                        ? Uni.createFrom().item(issued.map(Issued::new))
                        : waiting.find(tenant, decisionId).map(found -> found.map(StillWaiting::new)));
    }

    private Uni<Optional<UUID>> credentialOf(String tenant, UUID decisionId) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createSelectionQuery(
                                "select id from CredentialRow where tenant = ?1 and decisionId = ?2"
                                        + " order by edition desc",
                                UUID.class)
                        .setParameter(1, tenant)
                        .setParameter(2, decisionId)
                        .setMaxResults(1)
                        .getSingleResultOrNull()
                        .map(Optional::ofNullable));
    }
}
