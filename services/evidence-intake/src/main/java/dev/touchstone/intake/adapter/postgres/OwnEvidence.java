package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.evidence.EvidenceState;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A piece of evidence about whoever asks, and where it stands. */
record OwnEvidence(StoredEvidence stored) {

    /** @throws ProblemException not found; forbidden where it is about somebody else */
    static Uni<OwnEvidence> require(
            Mutiny.Session session, Identities identities, String tenant, String login, UUID id) {
        return session.createNativeQuery(
                        "select " + StoredEvidence.COLUMNS + " from evidence where tenant_id = ?1 and id = ?2",
                        Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("evidence"))
                .map(StoredEvidence::of)
                .call(stored -> identities.personOf(session, tenant, login).invoke(person -> {
                    if (stored.personId() == null
                            || person.filter(stored.personId()::equals).isEmpty()) {
                        throw ProblemException.forbidden(
                                "Only the person that evidence is about asks for witnesses of it.");
                    }
                }))
                .map(OwnEvidence::new);
    }

    /** @throws ProblemException conflict where it counts no more */
    OwnEvidence requireCounting() {
        if (stored.state() != EvidenceState.SUBMITTED) {
            throw ProblemException.conflict("This evidence was taken back, so nobody can bear it out.");
        }
        return this;
    }
}
