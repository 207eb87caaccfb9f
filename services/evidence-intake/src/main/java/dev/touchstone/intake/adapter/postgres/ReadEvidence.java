package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.evidence.Entitlement;
import dev.touchstone.intake.evidence.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows evidence to those entitled, and writes down every time that it did. */
@ApplicationScoped
public class ReadEvidence {

    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final AssessorClaims claims;

    ReadEvidence(UnitOfWork unitOfWork, Identities identities, AssessorClaims claims) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.claims = claims;
    }

    /**
     * That somebody read.
     *
     * @param personId null if nobody was known by the login
     * @param caseId the assessor's case; null for the others
     */
    public record Reading(UUID personId, String ground, UUID caseId, Instant readAt, UUID id) {}

    /** @throws ProblemException not found in this organisation; forbidden without a ground */
    public Uni<StoredEvidence> one(String tenant, UUID id, String login, boolean assessor, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> evidence(session, tenant, id)
                        .chain(evidence -> identities
                                .personOf(session, tenant, login)
                                .chain(person -> {
                                    Reader reader = new Reader(login, person.orElse(null), assessor);
                                    return claims.ofAssessor(session, tenant, reader, now)
                                            .map(
                                                    live -> Entitlement.of(
                                                                    reader,
                                                                    evidence.id(),
                                                                    evidence.personId(),
                                                                    evidence.submitterLogin(),
                                                                    live,
                                                                    now)
                                                            .orElseThrow(
                                                                    () -> ProblemException.forbidden(
                                                                            "This evidence may be read by the person it is about, by whoever"
                                                                                    + " handed it in, and by an assessor who holds its case.")))
                                            .chain(entitlement -> note(session, tenant, id, reader, entitlement, now));
                                })
                                .replaceWith(evidence)));
    }

    /**
     * One's own, about oneself or handed in by oneself, newest first. Each kind by its own index: with an "or" the store
     * sorts all that somebody has, or reads what everybody has.
     */
    public Uni<List<StoredEvidence>> own(String tenant, String login, UUID before, int most) {
        return unitOfWork.inTenant(
                tenant,
                session -> identities
                        .personOf(session, tenant, login)
                        .chain(person -> session.createNativeQuery(
                                        "select " + StoredEvidence.COLUMNS + """
                         from evidence
                        where tenant_id = ?1 and id in (
                            (select id from evidence
                             where tenant_id = ?1 and person_id = cast(cast(?2 as text) as uuid) and id < ?4
                             order by id desc limit ?5)
                            union all
                            (select id from evidence
                             where tenant_id = ?1 and submitter_login = ?3 and id < ?4
                             order by id desc limit ?5))
                        order by id desc limit ?5""", Object[].class)
                                .setParameter(1, tenant)
                                .setParameter(2, person.map(UUID::toString).orElse(null))
                                .setParameter(3, login)
                                .setParameter(4, before)
                                .setParameter(5, most)
                                .getResultList()
                                .map(rows ->
                                        rows.stream().map(StoredEvidence::of).toList())));
    }

    /** Who read it, newest first; for the person it is about only. */
    public Uni<List<Reading>> readings(String tenant, UUID id, String login, UUID before, int most) {
        return unitOfWork.inTenant(
                tenant,
                session -> evidence(session, tenant, id)
                        .chain(evidence -> identities
                                .personOf(session, tenant, login)
                                .invoke(person -> {
                                    boolean theirs = evidence.personId() == null
                                            ? login.equals(evidence.submitterLogin())
                                            : person.filter(evidence.personId()::equals)
                                                    .isPresent();
                                    if (!theirs) {
                                        throw ProblemException.forbidden(
                                                "Only the person it is about sees who read it.");
                                    }
                                }))
                        .chain(() -> session.createNativeQuery("""
                                select reader_person_id, ground, case_id, read_at, id from evidence_reading
                                where tenant_id = ?1 and evidence_id = ?2 and id < ?3
                                order by id desc limit ?4""", Object[].class)
                                .setParameter(1, tenant)
                                .setParameter(2, id)
                                .setParameter(3, before)
                                .setParameter(4, most)
                                .getResultList())
                        .map(rows -> rows.stream()
                                .map(row -> new Reading(
                                        (UUID) row[0], (String) row[1], (UUID) row[2], Sql.instant(row[3]), (UUID)
                                                row[4]))
                                .toList()));
    }

    private static Uni<StoredEvidence> evidence(Mutiny.Session session, String tenant, UUID id) {
        return session.createNativeQuery(
                        "select " + StoredEvidence.COLUMNS + " from evidence where tenant_id = ?1 and id = ?2",
                        Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("evidence"))
                .map(StoredEvidence::of);
    }

    private static Uni<Integer> note(
            Mutiny.Session session,
            String tenant,
            UUID evidenceId,
            Reader reader,
            Entitlement entitlement,
            Instant now) {
        UUID person = reader.personId();
        UUID caseId = entitlement.caseId();
        return session.createNativeQuery("""
                        insert into evidence_reading (id, tenant_id, evidence_id, reader_person_id, reader_login, ground,
                                                      case_id, read_at)
                        values (?1, ?2, ?3, cast(cast(?4 as text) as uuid), ?5, ?6, cast(cast(?7 as text) as uuid), ?8)""")
                .setParameter(1, Uuid7.next())
                .setParameter(2, tenant)
                .setParameter(3, evidenceId)
                .setParameter(4, person == null ? null : person.toString())
                .setParameter(5, reader.login())
                .setParameter(6, entitlement.ground().word())
                .setParameter(7, caseId == null ? null : caseId.toString())
                .setParameter(8, Sql.time(now))
                .executeUpdate();
    }
}
