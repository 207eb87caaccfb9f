package dev.touchstone.assessment.criteria;

import java.util.List;

/** Met when one child is. */
public record AnyOf(Label label, List<Criteria> of) implements Group {

    public AnyOf {
        of = List.copyOf(of);
    }

    public static AnyOf of(Criteria... children) {
        return new AnyOf(Label.NONE, List.of(children));
    }

    @Override
    public String op() {
        return "anyOf";
    }

    @Override
    public Trace evaluate(Facts facts) {
        List<Trace> children = children(facts);
        Truth truth = children.stream().map(Trace::truth).reduce(Truth.NOT_MET, Truth::or);
        long met = children.stream().filter(child -> child.truth().isMet()).count();
        return trace(
                truth, met + " of " + children.size() + " met; one is needed", Missing.some(1, children), children);
    }

    @Override
    public AnyOf over(List<Criteria> children) {
        return new AnyOf(label, children);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.anyOf(this);
    }
}
