package dev.touchstone.issuance.achievement;

import dev.touchstone.issuance.document.Facts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A score that the criteria ask for.
 *
 * @param leafId names the criterion within the achievement version
 * @param percent lowest score that counts, 0 to 100
 */
public record ScoreCriterion(String leafId, String name, BigDecimal percent) {

    private static final String SCORE = "score";

    /**
     * The score that a scored piece of evidence behind an award must stand for: an award does not say which criterion a
     * piece of evidence met, so there may be one score only, nobody may pass without it, and neither another criterion nor
     * a level's own gate may have brought scored evidence in.
     */
    static Optional<ScoreCriterion> unmistakableIn(Facts criteria, List<Facts> gates) {
        List<Facts> all = Stream.concat(Stream.of(criteria), gates.stream())
                .flatMap(ScoreCriterion::leaves)
                .toList();
        List<Facts> required =
                required(criteria).filter(ScoreCriterion::isScore).toList();
        boolean alone = all.stream().filter(ScoreCriterion::isScore).count() == 1
                && all.stream().noneMatch(ScoreCriterion::mayBringScores);
        return alone && required.size() == 1 ? read(required.get(0)) : Optional.empty();
    }

    /** @throws dev.touchstone.issuance.document.MissingFact when a node of the tree does not say what it is */
    static void checkTree(Facts criteria) {
        criteria.text("op");
        criteria.each("of", child -> child).forEach(ScoreCriterion::checkTree);
    }

    private static Stream<Facts> leaves(Facts criteria) {
        List<Facts> children = criteria.each("of", child -> child);
        return children.isEmpty() ? Stream.of(criteria) : children.stream().flatMap(ScoreCriterion::leaves);
    }

    private static Stream<Facts> required(Facts criteria) {
        return switch (criteria.text("op")) {
            case "allOf" -> criteria.each("of", child -> child).stream().flatMap(ScoreCriterion::required);
            case "anyOf", "atLeast" -> Stream.empty();
            default -> Stream.of(criteria);
        };
    }

    private static boolean isScore(Facts leaf) {
        return SCORE.equals(leaf.text("op"));
    }

    private static boolean mayBringScores(Facts leaf) {
        List<String> kinds = leaf.texts("kinds");
        return "evidence".equals(leaf.text("op")) && (kinds.isEmpty() || kinds.contains(SCORE));
    }

    private static Optional<ScoreCriterion> read(Facts leaf) {
        return leaf.number("atLeastScaled")
                .filter(scaled -> scaled.signum() >= 0)
                .map(scaled -> new ScoreCriterion(
                        leaf.optionalText("leafId").orElse(SCORE),
                        leaf.optionalText("description").orElse("Score"),
                        percent(scaled)));
    }

    /** A scaled score as a percentage, without trailing zeros. */
    public static BigDecimal percent(BigDecimal scaled) {
        BigDecimal percent = scaled.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
