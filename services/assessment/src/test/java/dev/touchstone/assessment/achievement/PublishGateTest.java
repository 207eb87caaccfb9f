package dev.touchstone.assessment.achievement;

import static dev.touchstone.assessment.Given.artefacts;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.byTwoPeople;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.held;
import static dev.touchstone.assessment.Given.judged;
import static dev.touchstone.assessment.Given.level;
import static dev.touchstone.assessment.Given.rubric;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.SkillShown.Alignment;
import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.criteria.AtLeast;
import dev.touchstone.assessment.criteria.Criteria;
import dev.touchstone.assessment.criteria.EvidenceFilter;
import dev.touchstone.assessment.criteria.EvidenceShown;
import dev.touchstone.assessment.criteria.Label;
import dev.touchstone.assessment.criteria.ScoreReached;
import dev.touchstone.assessment.evidence.Trust;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishGateTest {

    private static final RubricCriterion CARE = criterion(1, 3, 2);

    @Test
    void letsAWholeDefinitionThrough() {
        assertThat(objections(definition(AllOf.of(work(3), judged(CARE, 2)), rubric(CARE), byPeople())))
                .isEmpty();
    }

    @Test
    void asksForAddressesThatCanBeSigned() {
        // Given
        Definition whole = definition(work(1), null, byPeople());
        Alignment alignment = new Alignment("Leading", "ESCO S4.8.1", null, null, null);
        Definition unfit = new Definition(
                whole.meaning(),
                whole.criteria(),
                null,
                List.of(),
                List.of(new SkillShown("https://skills.example/incident lead", "Leading", 1, null, alignment)),
                whole.policy(),
                List.of(),
                new Particulars(List.of(), null, null, null, null, null, null, null, null, null, "badges/leading.png"));

        // When
        List<Objection> objections = objections(unfit);

        // Then
        assertThat(objections)
                .extracting(Objection::pointer)
                .containsExactlyInAnyOrder("/imageId", "/skills/0/skillId", "/skills/0/alignment/targetUrl");
    }

    @Test
    void asksForASkillAndForWords() {
        // Given
        Definition whole = definition(work(1), null, byPeople());
        Definition bare = new Definition(
                new Meaning("Name", "Description", "Badge", " ", "en"),
                whole.criteria(),
                null,
                List.of(),
                List.of(),
                whole.policy(),
                List.of(),
                Particulars.NONE);

        // When
        List<Objection> objections = objections(bare);

        // Then
        assertThat(objections)
                .extracting(Objection::pointer)
                .containsExactlyInAnyOrder("/criteriaNarrative", "/skills");
    }

    @Test
    void asksForCriteriaThatTheRubricHas() {
        // Given
        RubricCriterion unknown = criterion(2, 3, 2);

        // When
        List<Objection> objections =
                objections(definition(AllOf.of(judged(unknown, 2), judged(CARE, 4)), rubric(CARE), byPeople()));

        // Then
        assertThat(objections)
                .containsExactly(
                        new Objection("/criteria/of/0/criterionId", "The rubric has no such criterion."),
                        new Objection("/criteria/of/1/minLevel", "The criterion has no such level."));
    }

    @Test
    void boundsTheTree() {
        // Given
        Criteria deep = work(1);
        for (int i = 0; i < CriteriaRules.MAX_DEPTH; i++) {
            deep = AllOf.of(deep);
        }
        Criteria wide = new AllOf(Label.NONE, Collections.nCopies(CriteriaRules.MAX_NODES, work(1)));

        // When
        List<Objection> tooDeep = objections(definition(deep, null, byPeople()));

        // Then
        assertThat(tooDeep)
                .containsExactly(new Objection(
                        "/criteria/of/0/of/0/of/0/of/0/of/0/of/0", "The criteria are nested deeper than 6 levels."));
        assertThat(objections(definition(wide, null, byPeople())))
                .containsExactly(
                        new Objection("/criteria", "The criteria hold more than 100 nodes. Split the achievement."));
    }

    @Test
    void refusesDemandsThatCannotBeMet() {
        // Given
        EvidenceFilter nothing = new EvidenceFilter(Set.of(), Set.of(), Set.of(), Set.of(), Trust.DECLARED, null);
        Criteria tree = new AllOf(
                Label.NONE,
                List.of(
                        AtLeast.of(3, work(1), work(2)),
                        new AllOf(Label.NONE, List.of()),
                        new EvidenceShown(Label.NONE, nothing, 0, false),
                        new ScoreReached(new Label("exam", null), nothing, 1.5),
                        new ScoreReached(
                                new Label("exam", null),
                                new EvidenceFilter(Set.of(), Set.of(), Set.of(), Set.of(), Trust.DECLARED, Period.ZERO),
                                0.5),
                        held("safe-releases"),
                        held("unheard-of")));

        // When
        List<Objection> objections = objections(definition(tree, null, byPeople()));

        // Then
        assertThat(objections)
                .extracting(Objection::pointer)
                .containsExactly(
                        "/criteria/of/0/n",
                        "/criteria/of/1/of",
                        "/criteria/of/2/n",
                        "/criteria/of/2",
                        "/criteria/of/3/atLeastScaled",
                        "/criteria/of/4/maxAge",
                        "/criteria/of/4/leafId",
                        "/criteria/of/5/achievementId",
                        "/criteria/of/6/achievementId");
    }

    @Test
    void letsOnlyObjectiveLowStakesBeAwardedByRule() {
        // Given
        AwardPolicy highByRule = new AwardPolicy(Stakes.HIGH, true, null, null);

        // When
        List<Objection> objections = objections(definition(AllOf.of(work(1), artefacts(1)), rubric(CARE), highByRule));

        // Then
        assertThat(objections)
                .extracting(Objection::pointer)
                .containsExactly("/autoAward", "/autoAward", "/autoAward", "/autoAward");
        assertThat(objections.get(2).detail()).endsWith("This is not one: artefact.");
        assertThat(objections(definition(AllOf.of(work(1), held("first-aid")), null, byRule())))
                .isEmpty();
    }

    @Test
    void noRuleAwardsWhatTwoPeopleHaveToJudge() {
        // Given
        AwardPolicy twoAndARule = new AwardPolicy(Stakes.LOW, true, null, Marking.DOUBLE);

        // When
        List<Objection> objections = objections(definition(work(1), null, twoAndARule));

        // Then
        assertThat(objections)
                .containsExactly(new Objection("/autoAward", "Two assessors judge it; no rule can in their place."));
        assertThat(objections(definition(work(1), null, byTwoPeople()))).isEmpty();
    }

    @Test
    void asksEachLevelForAGateWhereThereIsNoRubric() {
        assertThat(objections(definition(work(1), null, byRule(), level(1, null), level(2, null), level(4, work(9)))))
                .containsExactly(
                        new Objection("/levels/1/gate", "Say what this level asks for: there is no rubric that would."),
                        new Objection("/levels/2/ordinal", "Order levels from 1, lowest first, without gaps."));
    }

    @Test
    void asksAPathwayForTheCredentialsOfItsParts() {
        // Given
        Definition plain = definition(held("first-aid"), null, byRule());
        Definition pathway = new Definition(
                plain.meaning(),
                plain.criteria(),
                null,
                List.of(),
                plain.skills(),
                plain.policy(),
                List.of("first-aid", "fire-safety"),
                Particulars.NONE);

        // When
        List<Objection> objections = objections(pathway);

        // Then
        assertThat(objections)
                .containsExactly(
                        new Objection("/pathwayOf/1", "The criteria must ask for this credential (credentialHeld)."));
    }

    @Test
    void checksTheRubricItself() {
        // Given
        RubricCriterion twice = new RubricCriterion(
                CARE.id(), "Again", null, 3, List.of(CARE.levels().get(1)));

        // When
        List<Objection> objections = objections(definition(work(1), rubric(CARE, twice), byPeople()));

        // Then
        assertThat(objections)
                .extracting(Objection::pointer)
                .containsExactly(
                        "/rubric/criteria/1/criterionId",
                        "/rubric/criteria/1/requiredLevel",
                        "/rubric/criteria/1/levels/0/ordinal",
                        "/rubric/criteria/1/levels/0/levelId");
    }

    private static List<Objection> objections(Definition definition) {
        return PublishGate.objections("safe-releases", definition, Set.of("first-aid", "fire-safety")::contains);
    }
}
