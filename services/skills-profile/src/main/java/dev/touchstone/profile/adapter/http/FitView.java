package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.adapter.mongo.ProjectedPassport;
import dev.touchstone.profile.fit.Gap;
import dev.touchstone.profile.fit.NextStep;
import dev.touchstone.profile.fit.RoleFit;
import dev.touchstone.profile.passport.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A comparison with everything it was made from. */
record FitView(
        PersonView person,
        RoleSummaryView role,
        BigDecimal fit,
        int points,
        int possiblePoints,
        String formula,
        List<Line> gaps,
        List<Line> met,
        List<Step> nextSteps,
        FreshnessView freshness) {

    private static final String FORMULA = "sum of importance x min(have, need) / sum of importance x need";
    private static final int MAX_STEPS = 20;

    /** @param holding what the person holds or held of the skill; absent where there never was anything */
    record Line(
            String skillId,
            String name,
            LevelView need,
            int have,
            int missing,
            int importance,
            boolean mandatory,
            HoldingView holding) {

        static Line of(Gap gap) {
            Holding holding = gap.holding();
            return new Line(
                    gap.requirement().skillId(),
                    gap.requirement().name(),
                    new LevelView(gap.requirement().ordinal(), gap.requirement().levelName()),
                    gap.have(),
                    gap.missing(),
                    gap.requirement().importance(),
                    gap.requirement().mandatory(),
                    holding == null ? null : HoldingView.of(holding));
        }
    }

    /** @param points what it would add to the upper sum */
    record Step(
            String achievementId,
            String name,
            int points,
            Double workloadHours,
            List<NextStep.Closing> closes,
            List<String> pathwayOf) {

        static Step of(NextStep step) {
            return new Step(
                    step.achievementId(),
                    step.name(),
                    step.points(),
                    step.workloadHours(),
                    step.closes(),
                    step.pathwayOf());
        }
    }

    static FitView of(ProjectedPassport projected, RoleFit fit, List<NextStep> steps) {
        return new FitView(
                PersonView.of(projected.passport()),
                RoleSummaryView.of(fit.role()),
                BigDecimal.valueOf(fit.fit()).setScale(4, RoundingMode.HALF_UP),
                fit.points(),
                fit.possiblePoints(),
                FORMULA,
                fit.gaps().stream().map(Line::of).toList(),
                fit.met().stream().map(Line::of).toList(),
                steps.stream().limit(MAX_STEPS).map(Step::of).toList(),
                FreshnessView.of(projected.freshness()));
    }
}
