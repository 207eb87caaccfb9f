package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.adapter.postgres.Situation.Issued;
import dev.touchstone.issuance.adapter.postgres.Situation.Ready;
import dev.touchstone.issuance.award.Award;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * One award, one credential. First an intent is stored, then the document is signed, then credential, event and inbox
 * row are written together. A crash anywhere in between, a redelivery, or two consumers at once end with the same
 * credential: each step finds what the one before it left.
 */
@ApplicationScoped
public class IssueCredential {

    private final UnitOfWork unitOfWork;
    private final Situation situation;
    private final Signing signing;
    private final CredentialRecords records;
    private final PendingAwards pending;

    IssueCredential(
            UnitOfWork unitOfWork,
            Situation situation,
            Signing signing,
            CredentialRecords records,
            PendingAwards pending) {
        this.unitOfWork = unitOfWork;
        this.situation = situation;
        this.signing = signing;
        this.records = records;
        this.pending = pending;
    }

    /** An award that cannot become a credential as it is, is kept with the reason until somebody asks for it again. */
    public Uni<Void> onPassed(Event event) {
        Award award = AwardEvents.read(event, Award::new);
        return situation.of(event.tenant(), award).chain(state -> {
            if (state instanceof Issued) {
                return unitOfWork.once(event, session -> Uni.createFrom().voidItem());
            }
            if (state instanceof Ready ready) {
                return ready.parked() ? releaseOrMark(event, award, ready) : issue(event, award, ready);
            }
            return pending.park(event, award)
                    .chain(parked -> parked ? Uni.createFrom().voidItem() : onPassed(event));
        });
    }

    /** Issues an award that waited, if it need wait no more; one that can never be issued is marked with the reason. */
    Uni<Void> release(PendingAwardRow row) {
        Award award = row.award();
        return situation.of(row.tenant, award).chain(state -> {
            if (state instanceof Ready ready) {
                return releaseOrMark(row.cause(), award, ready);
            }
            return state instanceof Issued ? clear(row) : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> issue(Event event, Award award, Ready ready) {
        return signing.sign(event.tenant(), award, ready)
                .chain(signed -> unitOfWork.once(event, session -> records.issued(session, signed, event)))
                .onFailure(PermanentFailure.class)
                .recoverWithUni(unfit -> pending.parkUnfit(event, award, unfit.getMessage()));
    }

    private Uni<Void> releaseOrMark(Event cause, Award award, Ready ready) {
        return release(cause, award, ready)
                .onFailure(PermanentFailure.class)
                .recoverWithUni(unfit -> pending.mark(cause.tenant(), award.decisionId(), unfit.getMessage()));
    }

    /** Its event took effect when it was parked, so the parked row is what is used up here. */
    private Uni<Void> release(Event cause, Award award, Ready ready) {
        return signing.sign(cause.tenant(), award, ready)
                .chain(signed -> unitOfWork.inTenant(
                        cause.tenant(),
                        session -> records.issued(session, signed, cause)
                                .chain(() -> PendingAwards.clear(session, cause.tenant(), award.decisionId()))));
    }

    private Uni<Void> clear(PendingAwardRow row) {
        return unitOfWork.inTenant(row.tenant, session -> PendingAwards.clear(session, row.tenant, row.decisionId));
    }
}
