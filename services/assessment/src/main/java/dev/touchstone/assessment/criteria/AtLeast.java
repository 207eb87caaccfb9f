package dev.touchstone.assessment.criteria;

import java.util.List;

/** Met when {@code n} children are. */
public record AtLeast(Label label, int n, List<Criteria> of) implements Group {

    public AtLeast {
        of = List.copyOf(of);
    }

    public static AtLeast of(int n, Criteria... children) {
        return new AtLeast(Label.NONE, n, List.of(children));
    }

    @Override
    public String op() {
        return "atLeast";
    }

    @Override
    public Trace evaluate(Facts facts) {
        List<Trace> children = children(facts);
        Truth truth = Truth.atLeast(n, children.stream().map(Trace::truth).toList());
        int met = (int) children.stream().filter(child -> child.truth().isMet()).count();
        return trace(
                truth,
                met + " of " + children.size() + " met; " + n + (n == 1 ? " is needed" : " are needed"),
                Missing.some(n - met, children),
                children);
    }

    @Override
    public AtLeast over(List<Criteria> children) {
        return new AtLeast(label, n, children);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.atLeast(this);
    }
}
