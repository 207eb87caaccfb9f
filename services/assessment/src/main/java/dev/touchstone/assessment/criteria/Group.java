package dev.touchstone.assessment.criteria;

import java.util.List;
import java.util.stream.Stream;

/** A demand made of other demands. */
public sealed interface Group extends Criteria permits AllOf, AnyOf, AtLeast {

    List<Criteria> of();

    @Override
    default Stream<Leaf> leaves() {
        return of().stream().flatMap(Criteria::leaves);
    }

    /** The same group over other children. */
    Group over(List<Criteria> children);

    default Trace trace(Truth truth, String words, List<String> missing, List<Trace> children) {
        return new Trace(
                op(),
                label(),
                truth,
                label().describedOr(words),
                truth.isMet() ? List.of() : missing,
                List.of(),
                List.of(),
                children);
    }

    default List<Trace> children(Facts facts) {
        return of().stream().map(child -> child.evaluate(facts)).toList();
    }
}
