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

    static Optional<ScoreCriterion> onlyOneIn(Facts criteria) {
        List<Facts> leaves = leaves(criteria).toList();
        return leaves.size() == 1 ? read(leaves.get(0)) : Optional.empty();
    }

    private static Stream<Facts> leaves(Facts criteria) {
        return "score".equals(criteria.text("op"))
                ? Stream.of(criteria)
                : criteria.each("of", child -> child).stream().flatMap(ScoreCriterion::leaves);
    }

    private static Optional<ScoreCriterion> read(Facts leaf) {
        return leaf.number("atLeastScaled")
                .filter(scaled -> scaled.signum() >= 0)
                .map(scaled -> new ScoreCriterion(
                        leaf.optionalText("leafId").orElse("score"),
                        leaf.optionalText("description").orElse("Score"),
                        percent(scaled)));
    }

    /** A scaled score as a percentage, without trailing zeros. */
    public static BigDecimal percent(BigDecimal scaled) {
        BigDecimal percent = scaled.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
