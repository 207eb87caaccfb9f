package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.witness.WitnessRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Requests for witness statements: those that somebody is asked, and those about one's own evidence. */
@ApplicationScoped
public class ReadWitnessRequests {

    private final UnitOfWork unitOfWork;
    private final Identities identities;

    ReadWitnessRequests(UnitOfWork unitOfWork, Identities identities) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
    }

    /** What somebody is asked and can still answer, newest first; none for a login that nobody is known by. */
    public Uni<List<WitnessRequest>> open(String tenant, String login, UUID before, int most, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> identities
                        .personOf(session, tenant, login)
                        .chain(person -> session.createNativeQuery(WitnessRow.SELECT + """
                                        request.witness_id = cast(cast(?2 as text) as uuid) and request.state = 'open'
                                          and request.expires_at > ?3 and request.id < ?4
                                        order by request.id desc limit ?5""", Object[].class)
                                .setParameter(1, tenant)
                                .setParameter(2, person.map(UUID::toString).orElse(null))
                                .setParameter(3, Sql.time(now))
                                .setParameter(4, before)
                                .setParameter(5, most)
                                .getResultList()
                                .map(rows -> rows.stream().map(WitnessRow::of).toList())));
    }

    /**
     * Whom somebody asked about a piece of theirs, newest first.
     *
     * @throws ProblemException not found; forbidden where it is about somebody else
     */
    public Uni<List<WitnessRequest>> of(
            String tenant, String login, UUID evidenceId, UUID before, int most, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> OwnEvidence.require(session, identities, tenant, login, evidenceId)
                        .chain(() -> session.createNativeQuery(WitnessRow.SELECT + """
                                        request.evidence_id = ?2 and request.id < ?3
                                        order by request.id desc limit ?4""", Object[].class)
                                .setParameter(1, tenant)
                                .setParameter(2, evidenceId)
                                .setParameter(3, before)
                                .setParameter(4, most)
                                .getResultList()
                                .map(rows -> rows.stream()
                                        .map(row -> WitnessRow.of(row).at(now))
                                        .toList())));
    }
}
