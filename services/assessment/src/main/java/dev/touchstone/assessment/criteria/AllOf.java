package dev.touchstone.assessment.criteria;

import java.util.List;

/** Met when every child is. */
public record AllOf(Label label, List<Criteria> of) implements Group {

    public AllOf {
        of = List.copyOf(of);
    }

    public static AllOf of(Criteria... children) {
        return new AllOf(Label.NONE, List.of(children));
    }

    @Override
    public String op() {
        return "allOf";
    }

    @Override
    public Trace evaluate(Facts facts) {
        List<Trace> children = children(facts);
        Truth truth = children.stream().map(Trace::truth).reduce(Truth.MET, Truth::and);
        long met = children.stream().filter(child -> child.truth().isMet()).count();
        return trace(truth, met + " of " + children.size() + " met; all are needed", Missing.all(children), children);
    }

    @Override
    public AllOf over(List<Criteria> children) {
        return new AllOf(label, children);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.allOf(this);
    }
}
