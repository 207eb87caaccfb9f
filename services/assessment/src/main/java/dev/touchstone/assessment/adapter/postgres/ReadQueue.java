package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.assessmentcase.Capacity;
import dev.touchstone.assessment.assessmentcase.Part;
import dev.touchstone.assessment.person.Person;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases that wait for judgement. */
@ApplicationScoped
public class ReadQueue {

    /** The same rules as ConflictOfInterest, for many cases at once; claiming holds each case to those again. */
    private static final String FREE_FOR = """
            select waiting, earner,
                   (select count(held.evidenceId) from CaseEvidenceRow held
                    where held.caseId = waiting.caseId and held.later = false)
            from CaseRow waiting join PersonRow earner on earner.personId = waiting.personId
            where waiting.tenantId = :tenant
            and (waiting.state = 'ready' or (waiting.state = 'claimed' and waiting.claimedUntil <= :now))
            and waiting.personId <> :me
            and (waiting.firstJudge is null or waiting.firstJudge <> :me)
            and (waiting.secondJudge is null or waiting.secondJudge <> :me)
            and ((waiting.secondJudge is null and :assesses = true)
                 or (waiting.secondJudge is not null and :moderates = true))
            and not exists (select 1 from CaseEvidenceRow held join EvidenceRow piece
                            on piece.evidenceId = held.evidenceId
                            where held.caseId = waiting.caseId and held.later = false and piece.submittedBy = :me)
            and (waiting.stakes <> 'high'
                 or (coalesce(earner.managerId, :nobody) <> :me and waiting.personId <> :manager))
            and (waiting.readyAt > :afterReady or (waiting.readyAt = :afterReady and waiting.caseId > :afterCase))
            order by waiting.readyAt, waiting.caseId""";

    private static final String HELD_BY = """
            select mine, earner,
                   (select count(held.evidenceId) from CaseEvidenceRow held
                    where held.caseId = mine.caseId and held.later = false)
            from CaseRow mine join PersonRow earner on earner.personId = mine.personId
            where mine.tenantId = :tenant and mine.state = 'claimed' and mine.assessorId = :me
            and mine.claimedUntil > :now order by mine.claimedUntil, mine.caseId""";

    private static final UUID NOBODY = new UUID(0, 0);

    private final UnitOfWork unitOfWork;
    private final CatalogueStore catalogues;
    private final PersonStore people;

    ReadQueue(UnitOfWork unitOfWork, CatalogueStore catalogues, PersonStore people) {
        this.unitOfWork = unitOfWork;
        this.catalogues = catalogues;
        this.people = people;
    }

    /**
     * @param part the judgement that is needed
     * @param claimedUntil null where nobody has it
     */
    public record Waiting(
            UUID caseId,
            Achievement achievement,
            Person earner,
            Part part,
            Instant readyAt,
            Instant claimedUntil,
            long pieces) {}

    /** Where a page starts: behind this case. */
    public record After(Instant readyAt, UUID caseId) {

        public static final After NOTHING = new After(Instant.EPOCH, NOBODY);
    }

    /**
     * Cases that the caller may take, the longest waiting first.
     *
     * @throws ProblemException forbidden, when the caller is nobody we know
     */
    public Uni<List<Waiting>> freeFor(String tenant, Worker worker, After after, int limit) {
        return unitOfWork.inTenant(
                tenant,
                session -> people.requireSignedInAs(session, tenant, worker.login())
                        .chain(me -> query(session, FREE_FOR, tenant, me)
                                .setParameter("assesses", worker.capacities().contains(Capacity.ASSESSOR))
                                .setParameter("moderates", worker.capacities().contains(Capacity.MODERATOR))
                                .setParameter("nobody", NOBODY)
                                .setParameter("manager", me.managerId() == null ? NOBODY : me.managerId())
                                .setParameter("afterReady", after.readyAt())
                                .setParameter("afterCase", after.caseId())
                                .setMaxResults(limit)
                                .getResultList())
                        .chain(rows -> waiting(session, tenant, rows)));
    }

    /**
     * Cases that the caller has, the most urgent first.
     *
     * @throws ProblemException forbidden, when the caller is nobody we know
     */
    public Uni<List<Waiting>> heldBy(String tenant, String login) {
        return unitOfWork.inTenant(
                tenant,
                session -> people.requireSignedInAs(session, tenant, login)
                        .chain(me -> query(session, HELD_BY, tenant, me).getResultList())
                        .chain(rows -> waiting(session, tenant, rows)));
    }

    private static Mutiny.SelectionQuery<Object[]> query(
            Mutiny.Session session, String query, String tenant, Person me) {
        return session.createQuery(query, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("me", me.id())
                .setParameter("now", Moment.now());
    }

    private Uni<List<Waiting>> waiting(Mutiny.Session session, String tenant, List<Object[]> rows) {
        return catalogues
                .current(session, tenant)
                .map(catalogue -> rows.stream()
                        .map(row -> waiting(catalogue, (CaseRow) row[0], (PersonRow) row[1], (Long) row[2]))
                        .toList());
    }

    private static Waiting waiting(Catalogue catalogue, CaseRow row, PersonRow earner, long pieces) {
        Achievement achievement = catalogue
                .line(row.achievementId)
                .flatMap(line -> line.version(row.achievementVersion))
                .orElseThrow(() -> new IllegalStateException("no achievement for case " + row.caseId));
        return new Waiting(
                row.caseId, achievement, earner.person(), row.judges().next(), row.readyAt, row.claimedUntil, pieces);
    }
}
