package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.criteria.Facts;
import dev.touchstone.assessment.criteria.Judged;
import dev.touchstone.assessment.judgement.Marks;
import dev.touchstone.assessment.person.Person;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases for people to look at. */
@ApplicationScoped
public class ReadCases {

    private final UnitOfWork unitOfWork;
    private final CaseStore cases;
    private final CatalogueStore catalogues;
    private final PersonStore people;
    private final CaseHistory history;

    ReadCases(
            UnitOfWork unitOfWork,
            CaseStore cases,
            CatalogueStore catalogues,
            PersonStore people,
            CaseHistory history) {
        this.unitOfWork = unitOfWork;
        this.cases = cases;
        this.catalogues = catalogues;
        this.people = people;
        this.history = history;
    }

    /**
     * A case, for its earner, for whoever has it or judged it, and for moderators.
     *
     * @param isModerator whether the reader moderates, and so reads every case of the organisation
     * @throws ProblemException not found; forbidden for everybody else
     */
    public Uni<CaseFile> one(String tenant, String login, boolean isModerator, UUID caseId) {
        return unitOfWork.inTenant(
                tenant,
                session -> people.signedInAs(session, tenant, login)
                        .chain(reader -> cases.find(session, tenant, caseId)
                                .chain(found -> files(session, tenant, found.personId(), List.of(found)))
                                .map(files -> readBy(reader, isModerator, files.get(0)))));
    }

    private static CaseFile readBy(Optional<Person> reader, boolean isModerator, CaseFile file) {
        if (!isModerator && reader.filter(who -> mayRead(who, file)).isEmpty()) {
            throw ProblemException.forbidden(
                    "Only the earner, the assessor who has or judged the case, and moderators read it.");
        }
        UUID readerId = reader.map(Person::id).orElse(null);
        boolean moderates = isModerator && !file.assessmentCase().personId().equals(readerId);
        return file.showing(
                file.marks().readableBy(readerId, moderates, file.decision().isPresent()));
    }

    private static boolean mayRead(Person reader, CaseFile file) {
        AssessmentCase found = file.assessmentCase();
        return reader.id().equals(found.personId())
                || found.isClaimedBy(reader.id(), Moment.now())
                || file.marks().includes(reader.id())
                || file.decision()
                        .filter(document -> document.decision().decidedBy().contains(reader.id()))
                        .isPresent();
    }

    /**
     * The caller's own cases, newest first.
     *
     * @param before only cases older than this one; null for the newest
     * @throws ProblemException forbidden, when the caller is nobody we know
     */
    public Uni<List<CaseFile>> mine(String tenant, String login, UUID before, int limit) {
        return unitOfWork.inTenant(
                tenant,
                session -> people.requireSignedInAs(session, tenant, login)
                        .chain(me -> session.createQuery("""
                                        from CaseRow where tenantId = ?1 and personId = ?2 and caseId < ?3
                                        and state <> 'superseded' order by caseId desc""", CaseRow.class)
                                .setParameter(1, tenant)
                                .setParameter(2, me.id())
                                .setParameter(3, before == null ? new UUID(-1, -1) : before)
                                .setMaxResults(limit)
                                .setReadOnly(true)
                                .getResultList()
                                .chain(rows -> cases.withEvidence(session, rows))
                                .chain(found -> files(session, tenant, me.id(), found))
                                .map(files -> files.stream()
                                        .map(file -> file.showing(Marks.NONE))
                                        .toList())));
    }

    private Uni<List<CaseFile>> files(
            Mutiny.Session session, String tenant, UUID personId, List<AssessmentCase> found) {
        return catalogues
                .current(session, tenant)
                .chain(catalogue -> people.find(session, personId)
                        .chain(earner -> history.of(session, tenant, personId, found)
                                .map(past -> found.stream()
                                        .map(one -> file(one, catalogue, earner, past))
                                        .toList())));
    }

    private static CaseFile file(
            AssessmentCase one, Catalogue catalogue, Optional<Person> earner, CaseHistory.Past past) {
        Achievement achievement = catalogue
                .line(one.achievementId())
                .flatMap(line -> line.version(one.achievementVersion()))
                .orElseThrow(() -> new IllegalStateException("no achievement for case " + one.id()));
        Map<UUID, DecisionDocument> decisions = past.decisions();
        Instant asOf = one.state() == CaseState.DECIDED && decisions.containsKey(one.id())
                ? decisions.get(one.id()).decision().decidedAt()
                : Moment.now();
        Facts facts = new Facts(one.evidence().pieces(), past.credentials(), Judged.NOTHING, asOf);
        return new CaseFile(
                one,
                achievement,
                earner.orElse(null),
                achievement.definition().assess(facts),
                past.retracted().getOrDefault(one.id(), List.of()),
                past.marks().getOrDefault(one.id(), Marks.NONE),
                Optional.ofNullable(decisions.get(one.id())));
    }
}
