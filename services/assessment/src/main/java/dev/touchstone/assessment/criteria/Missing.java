package dev.touchstone.assessment.criteria;

import java.util.List;
import java.util.stream.Collectors;

/** Next steps of a group, from those of its children. */
final class Missing {

    private Missing() {}

    static List<String> all(List<Trace> children) {
        return children.stream()
                .filter(child -> !child.truth().isMet())
                .flatMap(child -> child.missing().stream())
                .distinct()
                .toList();
    }

    /** Steps when {@code still} more children are needed: each of them where there is no choice, else the choice. */
    static List<String> some(int still, List<Trace> children) {
        List<Trace> open =
                children.stream().filter(child -> !child.truth().isMet()).toList();
        if (open.size() <= still) {
            return all(open);
        }
        String choice = open.stream()
                .map(child -> String.join(" and ", child.missing()))
                .distinct()
                .collect(Collectors.joining("; or "));
        return List.of((still == 1 ? "One of: " : still + " of: ") + choice);
    }
}
