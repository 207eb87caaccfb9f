package dev.touchstone.assessment.criteria;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.Given;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.evidence.Activity;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Origin;
import dev.touchstone.assessment.evidence.Result;
import dev.touchstone.assessment.evidence.Trust;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CriteriaPropertyTest {

    @Property(tries = 500)
    void theSameFactsGiveTheSameTrace(@ForAll("trees") Criteria tree, @ForAll("facts") Facts facts) {
        assertThat(tree.evaluate(facts)).isEqualTo(tree.evaluate(facts));
    }

    @Property(tries = 500)
    void theOrderOfFactsDoesNotMatter(
            @ForAll("trees") Criteria tree, @ForAll("facts") Facts facts, @ForAll Random random) {
        List<Evidence> evidence = new ArrayList<>(facts.evidence());
        List<HeldCredential> credentials = new ArrayList<>(facts.credentials());
        Collections.shuffle(evidence, random);
        Collections.shuffle(credentials, random);
        Facts shuffled = new Facts(evidence, credentials, facts.judged(), facts.asOf());
        assertThat(tree.evaluate(shuffled)).isEqualTo(tree.evaluate(facts));
    }

    @Property(tries = 500)
    void theOrderOfChildrenDoesNotMatter(@ForAll("trees") Criteria tree, @ForAll("facts") Facts facts) {
        Criteria mirrored = mirror(tree);
        assertThat(mirrored.evaluate(facts).truth())
                .isEqualTo(tree.evaluate(facts).truth());
    }

    @Property(tries = 500)
    void moreEvidenceNeverTakesAwayWhatIsMet(
            @ForAll("trees") Criteria tree, @ForAll("facts") Facts facts, @ForAll("facts") Facts more) {
        if (!tree.evaluate(facts).truth().isMet()) {
            return;
        }
        List<Evidence> evidence = new ArrayList<>(facts.evidence());
        evidence.addAll(more.evidence());
        List<HeldCredential> credentials = new ArrayList<>(facts.credentials());
        credentials.addAll(more.credentials());
        Facts grown = new Facts(evidence, credentials, facts.judged(), facts.asOf());
        assertThat(tree.evaluate(grown).truth()).isEqualTo(Truth.MET);
    }

    @Property(tries = 500)
    void judgementAssumedIsNeverWorseThanJudged(@ForAll("trees") Criteria tree, @ForAll("facts") Facts facts) {
        if (tree.evaluate(facts).truth().isMet()) {
            assertThat(tree.evaluate(facts.with(Judged.ASSUMED)).truth()).isEqualTo(Truth.MET);
        }
    }

    @Property(tries = 500)
    void somethingIsMissingExactlyWhereItIsNotMet(@ForAll("trees") Criteria tree, @ForAll("facts") Facts facts) {
        Trace trace = tree.evaluate(facts);
        assertThat(trace.missing().isEmpty()).isEqualTo(trace.truth().isMet());
        assertThat(trace.words()).isNotBlank();
    }

    /** A tree is met exactly when the set of its leaves that are met makes it so, read as plain logic. */
    @Property(tries = 500)
    void metAgreesWithPlainLogic(@ForAll("trees") Criteria tree, @ForAll("facts") Facts facts) {
        assertThat(tree.evaluate(facts).truth().isMet()).isEqualTo(holds(tree, facts));
    }

    private static boolean holds(Criteria tree, Facts facts) {
        if (tree instanceof AllOf group) {
            return group.of().stream().allMatch(child -> holds(child, facts));
        }
        if (tree instanceof AnyOf group) {
            return group.of().stream().anyMatch(child -> holds(child, facts));
        }
        if (tree instanceof AtLeast group) {
            return group.of().stream().filter(child -> holds(child, facts)).count() >= group.n();
        }
        return tree.evaluate(facts).truth().isMet();
    }

    private static Criteria mirror(Criteria tree) {
        if (tree instanceof Group group) {
            List<Criteria> children = new ArrayList<>(
                    group.of().stream().map(CriteriaPropertyTest::mirror).toList());
            Collections.reverse(children);
            return group.over(children);
        }
        return tree;
    }

    @Provide
    Arbitrary<Criteria> trees() {
        return tree(3);
    }

    private Arbitrary<Criteria> tree(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<List<Criteria>> children =
                Arbitraries.lazy(() -> tree(depth - 1)).list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<Criteria> groups = Combinators.combine(
                        children, Arbitraries.integers().between(0, 2))
                .as((of, kind) -> switch (kind) {
                    case 0 -> new AllOf(Label.NONE, of);
                    case 1 -> new AnyOf(Label.NONE, of);
                    default -> new AtLeast(Label.NONE, 1 + of.size() / 2, of);
                });
        return Arbitraries.oneOf(leaves(), groups);
    }

    private Arbitrary<Criteria> leaves() {
        Arbitrary<EvidenceFilter> filters = Combinators.combine(
                        Arbitraries.of(EvidenceKind.values()).set().ofMaxSize(3),
                        Arbitraries.of("merged", "completed", "scored").set().ofMaxSize(1),
                        Arbitraries.of("a", "b", "c").set().ofMaxSize(2),
                        Arbitraries.of(Trust.values()),
                        Arbitraries.of(Period.ofDays(30), Period.ofYears(1)).injectNull(0.5))
                .as((kinds, actions, activities, trust, age) ->
                        new EvidenceFilter(kinds, actions, activities, Set.of(), trust, age));
        Arbitrary<Criteria> evidence = Combinators.combine(
                        filters, Arbitraries.integers().between(1, 4), Arbitraries.of(true, false))
                .as((filter, n, distinct) -> new EvidenceShown(Label.NONE, filter, n, distinct));
        Arbitrary<Criteria> scores = Combinators.combine(filters, Arbitraries.of(-1.0, 0.0, 0.6, 0.9))
                .as((filter, atLeast) -> new ScoreReached(Label.NONE, filter, atLeast));
        Arbitrary<Criteria> held = Arbitraries.integers()
                .between(1, 2)
                .flatMap(level -> Arbitraries.of("x", "y").map(of -> new CredentialHeld(Label.NONE, of, level)));
        Arbitrary<Criteria> rubric =
                Arbitraries.integers().between(1, 3).map(n -> new RubricLevelReached(Label.NONE, id(1000 + n), 2));
        return Arbitraries.oneOf(evidence, scores, held, rubric);
    }

    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<List<Evidence>> evidence =
                pieces().list().ofMaxSize(8).uniqueElements((Function<Evidence, Object>) Evidence::id);
        Arbitrary<List<HeldCredential>> credentials = Combinators.combine(
                        Arbitraries.create(UUID::randomUUID),
                        Arbitraries.of("x", "y"),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(NOW.minusSeconds(1), NOW.plusSeconds(1)).injectNull(0.5))
                .as((credentialId, of, level, revoked, until) ->
                        new HeldCredential(credentialId, of, level, until, revoked))
                .list()
                .ofMaxSize(4);
        Arbitrary<Judged> judged = Arbitraries.maps(
                        Arbitraries.integers().between(1, 3).map(n -> id(1000 + n)),
                        Arbitraries.integers().between(1, 3))
                .ofMaxSize(3)
                .map((Map<UUID, Integer> levels) -> Judged.of(levels));
        return Combinators.combine(evidence, credentials, judged)
                .as((pieces, held, levels) -> new Facts(pieces, held, levels, NOW));
    }

    private Arbitrary<Evidence> pieces() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.of(EvidenceKind.values()),
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of("merged", "completed", "scored", "failed"),
                        Arbitraries.of(Trust.values()),
                        Arbitraries.of(0.3, 0.6, 0.95).injectNull(0.4),
                        Arbitraries.of(true, false).injectNull(0.6))
                .as((day, kind, activity, action, trust, scaled, success) -> new Evidence(
                        UUID.randomUUID(),
                        MAYA,
                        kind,
                        new Activity(activity, Set.of(), null),
                        action,
                        new Result(scaled, success),
                        Given.NOW.minus(Duration.ofDays(day)),
                        new Origin("sha256:" + "%064x".formatted(day), trust, null),
                        null,
                        Set.of()));
    }
}
