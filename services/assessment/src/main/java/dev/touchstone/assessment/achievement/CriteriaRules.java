package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.criteria.AnyOf;
import dev.touchstone.assessment.criteria.AtLeast;
import dev.touchstone.assessment.criteria.CredentialHeld;
import dev.touchstone.assessment.criteria.Criteria;
import dev.touchstone.assessment.criteria.EvidenceFilter;
import dev.touchstone.assessment.criteria.EvidenceShown;
import dev.touchstone.assessment.criteria.Group;
import dev.touchstone.assessment.criteria.Leaf;
import dev.touchstone.assessment.criteria.RubricLevelReached;
import dev.touchstone.assessment.criteria.ScoreReached;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the trees of a definition must hold to be published. Size and names are reckoned over all of them together. */
final class CriteriaRules {

    static final int MAX_DEPTH = 6;
    static final int MAX_NODES = 100;
    static final int MAX_PIECES = 100;

    private final String achievementId;
    private final Rubric rubric;
    private final Predicate<String> isPublished;
    private final List<Objection> objections = new ArrayList<>();
    private final Set<String> leafIds = new HashSet<>();
    private int nodes;

    CriteriaRules(String achievementId, Rubric rubric, Predicate<String> isPublished) {
        this.achievementId = achievementId;
        this.rubric = rubric;
        this.isPublished = isPublished;
    }

    List<Objection> objections() {
        return objections;
    }

    void check(String pointer, Criteria tree) {
        check(pointer, tree, 1);
        if (nodes > MAX_NODES) {
            object(pointer, "The criteria hold more than " + MAX_NODES + " nodes. Split the achievement.");
        }
    }

    private void check(String pointer, Criteria node, int depth) {
        nodes++;
        if (depth > MAX_DEPTH) {
            object(pointer, "The criteria are nested deeper than " + MAX_DEPTH + " levels.");
        } else {
            node.accept(new Node(pointer, depth));
        }
    }

    private void object(String pointer, String detail) {
        objections.add(new Objection(pointer, detail));
    }

    /** One node of a tree. Answers whether it was visited, which it always is. */
    private final class Node implements Criteria.Visitor<Boolean> {

        private final String pointer;
        private final int depth;

        private Node(String pointer, int depth) {
            this.pointer = pointer;
            this.depth = depth;
        }

        @Override
        public Boolean allOf(AllOf group) {
            return children(group);
        }

        @Override
        public Boolean anyOf(AnyOf group) {
            return children(group);
        }

        @Override
        public Boolean atLeast(AtLeast group) {
            if (group.n() < 1 || group.n() > group.of().size()) {
                object(pointer + "/n", "Ask for 1 to as many as there are children.");
            }
            return children(group);
        }

        private Boolean children(Group group) {
            if (group.of().isEmpty()) {
                object(pointer + "/of", "A group needs at least one child.");
            }
            for (int i = 0; i < group.of().size(); i++) {
                check(pointer + "/of/" + i, group.of().get(i), depth + 1);
            }
            return true;
        }

        @Override
        public Boolean evidence(EvidenceShown leaf) {
            if (leaf.n() < 1 || leaf.n() > MAX_PIECES) {
                object(pointer + "/n", "Ask for 1 to " + MAX_PIECES + " pieces.");
            }
            if (leaf.filter().isOpen()) {
                object(pointer, "Say which evidence counts: by kind, action, activity or tag.");
            }
            return filter(leaf.filter()) && named(leaf);
        }

        @Override
        public Boolean score(ScoreReached leaf) {
            if (leaf.atLeastScaled() < -1 || leaf.atLeastScaled() > 1) {
                object(pointer + "/atLeastScaled", "A scaled score lies between -1 and 1.");
            }
            return filter(leaf.filter()) && named(leaf);
        }

        @Override
        public Boolean credentialHeld(CredentialHeld leaf) {
            if (leaf.achievementId().equals(achievementId)) {
                object(pointer + "/achievementId", "An achievement cannot ask for itself.");
            } else if (!isPublished.test(leaf.achievementId())) {
                object(pointer + "/achievementId", "There is no such achievement. Publish it first.");
            }
            return named(leaf);
        }

        @Override
        public Boolean rubric(RubricLevelReached leaf) {
            Optional<RubricCriterion> criterion =
                    Optional.ofNullable(rubric).flatMap(of -> of.criterion(leaf.criterionId()));
            if (criterion.isEmpty()) {
                object(pointer + "/criterionId", "The rubric has no such criterion.");
            } else if (leaf.minLevel() < 1 || leaf.minLevel() > criterion.get().top()) {
                object(pointer + "/minLevel", "The criterion has no such level.");
            }
            return named(leaf);
        }

        private boolean filter(EvidenceFilter filter) {
            if (filter.maxAge() != null
                    && (filter.maxAge().isZero() || filter.maxAge().isNegative())) {
                object(pointer + "/maxAge", "Evidence must be allowed some age.");
            }
            return true;
        }

        private boolean named(Leaf leaf) {
            if (leaf.label().id() != null && !leafIds.add(leaf.label().id())) {
                object(pointer + "/leafId", "This name is used twice.");
            }
            return true;
        }
    }
}
