package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.criteria.Criteria;
import dev.touchstone.assessment.criteria.EvidenceFilter;
import dev.touchstone.assessment.criteria.Facts;
import dev.touchstone.assessment.criteria.Label;
import dev.touchstone.assessment.criteria.Leaf;
import dev.touchstone.assessment.criteria.RubricLevelReached;
import dev.touchstone.assessment.evidence.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an achievement means and how it is judged, whole.
 *
 * @param rubric null where no judgement is needed
 * @param levels lowest first; empty where it has one level only
 * @param pathwayOf achievements that complete into this one, in their order
 */
public record Definition(
        Meaning meaning,
        Criteria criteria,
        Rubric rubric,
        List<Level> levels,
        List<SkillShown> skills,
        AwardPolicy policy,
        List<String> pathwayOf,
        Particulars particulars) {

    public Definition {
        levels = List.copyOf(levels);
        skills = List.copyOf(skills);
        pathwayOf = List.copyOf(pathwayOf);
    }

    /** Holds everything that is demanded against the facts. */
    public Findings assess(Facts facts) {
        return new Findings(
                requirements().evaluate(facts),
                levels.stream()
                        .map(level -> new Findings.OfLevel(
                                level,
                                gate(level).map(gate -> gate.evaluate(facts)).orElse(null)))
                        .toList());
    }

    /** The criteria, and with them every rubric criterion that the tree does not place: those are needed all. */
    public Criteria requirements() {
        Set<UUID> placed = criteria.leaves()
                .filter(RubricLevelReached.class::isInstance)
                .map(leaf -> ((RubricLevelReached) leaf).criterionId())
                .collect(Collectors.toSet());
        List<Criteria> all = new ArrayList<>(List.of(criteria));
        rubricCriteria().stream()
                .filter(criterion -> !placed.contains(criterion.id()))
                .forEach(criterion -> all.add(criterion.at(criterion.requiredLevel())));
        return all.size() == 1 ? criteria : new AllOf(Label.NONE, all);
    }

    /**
     * What a level asks for beyond the requirements. Where the author wrote no gate, the requirements themselves with
     * every rubric criterion raised to the level's ordinal (at most to the top of its own scale).
     */
    Optional<Criteria> gate(Level level) {
        if (level.gate() != null) {
            return Optional.of(level.gate());
        }
        return rubric == null
                ? Optional.empty()
                : Optional.of(requirements().accept(RubricRewrite.raisedTo(level.ordinal(), rubric)));
    }

    public List<RubricCriterion> rubricCriteria() {
        return rubric == null ? List.of() : rubric.criteria();
    }

    /** Every leaf there is: of the criteria, of the unplaced rubric criteria and of the gates. */
    public Stream<Leaf> leaves() {
        return Stream.concat(
                requirements().leaves(),
                levels.stream()
                        .filter(level -> level.gate() != null)
                        .flatMap(level -> level.gate().leaves()));
    }

    /** The same, with rubric leaves that say nothing named after their criterion. */
    public Definition described() {
        if (rubric == null) {
            return this;
        }
        RubricRewrite naming = RubricRewrite.described(rubric);
        return new Definition(
                meaning,
                criteria.accept(naming),
                rubric,
                levels.stream().map(level -> level.withGate(naming)).toList(),
                skills,
                policy,
                pathwayOf,
                particulars);
    }

    /** Whether the piece could count for any leaf at that moment. */
    public boolean concerns(Evidence evidence, Instant asOf) {
        return leaves().anyMatch(leaf -> leaf.concerns(evidence, asOf));
    }

    /** What its leaves count. */
    public Stream<EvidenceFilter> filters() {
        return leaves().flatMap(leaf -> leaf.counts().stream());
    }

    /** Highest level there is; 1 where it has one level only. */
    public int topLevel() {
        return levels.isEmpty() ? 1 : levels.get(levels.size() - 1).ordinal();
    }
}
