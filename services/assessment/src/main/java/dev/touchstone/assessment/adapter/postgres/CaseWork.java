package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.Capacity;
import dev.touchstone.assessment.assessmentcase.CaseRefusal;
import dev.touchstone.assessment.assessmentcase.ConflictOfInterest;
import dev.touchstone.assessment.person.Person;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
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
    record Desk(AssessmentCase assessmentCase, Catalogue catalogue, Person earner, Person assessor) {

        /** The version that the case is judged by. */
        Achievement achievement() {
            return catalogue
                    .line(assessmentCase.achievementId())
                    .flatMap(line -> line.version(assessmentCase.achievementVersion()))
                    .orElseThrow(() -> new IllegalStateException("no achievement for case " + assessmentCase.id()));
        }

        /** @throws CaseRefusal when the assessor is the wrong one, whatever state the case is in */
        void requireFit(Set<Capacity> capacities) {
            ConflictOfInterest.refuse(
                    assessor, earner, assessmentCase, achievement().stakes());
            assessmentCase.requireCapacity(capacities);
        }
    }

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
                                .chain(earner -> catalogues
                                        .current(session, tenant)
                                        .map(catalogue -> new Desk(found, catalogue, earner, assessor)))));
    }

    /** The failure of a case as the API says it. */
    static <T> Uni<T> inWords(Uni<T> work) {
        return work.onFailure(CaseRefusal.class).transform(refusal -> Refusals.problem((CaseRefusal) refusal));
    }
}
