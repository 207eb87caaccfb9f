package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseRefusal;
import dev.touchstone.assessment.person.Person;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What an assessor needs at hand to work on a case. */
@ApplicationScoped
class CaseWork {

    private final CaseStore cases;
    private final CatalogueStore catalogues;
    private final PersonStore people;

    CaseWork(CaseStore cases, CatalogueStore catalogues, PersonStore people) {
        this.cases = cases;
        this.catalogues = catalogues;
        this.people = people;
    }

    /** A case, kept from change by others until the end of the transaction, and everybody and everything about it. */
    record Desk(AssessmentCase assessmentCase, Achievement achievement, Person earner, Person assessor) {}

    /**
     * @param login of the assessor
     * @throws ProblemException not found; forbidden where the assessor is nobody we know; conflict where the earner is
     *     not known yet, so that a conflict of interest could not be seen
     */
    Uni<Desk> open(Mutiny.Session session, String tenant, String login, UUID caseId) {
        return people.requireSignedInAs(session, tenant, login)
                .chain(assessor -> cases.lock(session, tenant, caseId)
                        .chain(found -> people.find(session, found.personId())
                                .map(earner -> earner.orElseThrow(() -> ProblemException.conflict(
                                        "This person's record has not arrived here yet. Try again in a moment.")))
                                .chain(earner -> achievement(session, tenant, found)
                                        .map(achievement -> new Desk(found, achievement, earner, assessor)))));
    }

    private Uni<Achievement> achievement(Mutiny.Session session, String tenant, AssessmentCase of) {
        return catalogues
                .current(session, tenant)
                .map(catalogue -> catalogue
                        .line(of.achievementId())
                        .flatMap(line -> line.version(of.achievementVersion()))
                        .orElseThrow(() -> new IllegalStateException("no achievement for case " + of.id())));
    }

    /** The failure of a case as the API says it. */
    static <T> Uni<T> inWords(Uni<T> work) {
        return work.onFailure(CaseRefusal.class).transform(refusal -> Refusals.problem((CaseRefusal) refusal));
    }
}
