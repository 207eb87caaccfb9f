package dev.touchstone.profile.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.profile.catalogue.CatalogueEntry;
import dev.touchstone.profile.catalogue.CatalogueFact;
import dev.touchstone.profile.catalogue.Offer;
import dev.touchstone.profile.catalogue.OfferedSkill;
import dev.touchstone.profile.framework.Requirement;
import dev.touchstone.profile.framework.RoleProfile;
import dev.touchstone.profile.passport.Currency;
import dev.touchstone.profile.passport.Holding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoleFitTest {

    private static final RoleProfile RIGGER = role(
            new Requirement("northwind:knots", "Knots", 4, "Expert", 5, true),
            new Requirement("northwind:radio", "Radio", 2, "Working", 1, false),
            new Requirement("northwind:cranes", "Cranes", 3, "Practitioner", 2, true));

    @Test
    void theFormulaIsTheWrittenOne() {
        // Given
        List<Holding> holdings = List.of(
                holding("northwind:knots", 2, Currency.CURRENT),
                holding("northwind:radio", 4, Currency.EXPIRING),
                holding("northwind:cranes", 3, Currency.LAPSED));

        // When
        RoleFit fit = RoleFit.of(RIGGER, holdings);

        // Then
        assertThat(fit.points()).isEqualTo(5 * 2 + 1 * 2);
        assertThat(fit.possiblePoints()).isEqualTo(5 * 4 + 1 * 2 + 2 * 3);
        assertThat(fit.fit()).isEqualTo(12.0 / 28);
    }

    @Test
    void everyGapIsListedMandatoryOnesFirstAndALapsedSkillIsAGapThatWasHeld() {
        // Given
        List<Holding> holdings = List.of(holding("northwind:cranes", 3, Currency.LAPSED));

        // When
        RoleFit fit = RoleFit.of(RIGGER, holdings);

        // Then
        assertThat(fit.gaps()).extracting(gap -> gap.requirement().name()).containsExactly("Knots", "Cranes", "Radio");
        assertThat(fit.gaps().get(1).have()).isZero();
        assertThat(fit.gaps().get(1).holding().currency()).isEqualTo(Currency.LAPSED);
        assertThat(fit.met()).isEmpty();
    }

    @Test
    void nextStepsAreOpenAchievementsThatNarrowAGap() {
        // Given
        RoleFit fit = RoleFit.of(RIGGER, List.of(holding("northwind:knots", 2, Currency.CURRENT)));
        List<CatalogueEntry> catalogue = List.of(
                entry("radio-operator", 8.0, new OfferedSkill("northwind:radio", "Radio", 4)),
                entry("crane-basics", 20.0, new OfferedSkill("northwind:cranes", "Cranes", 1)),
                entry("knots-known-already", 1.0, new OfferedSkill("northwind:knots", "Knots", 2)),
                entry("rope-access", 40.0, new OfferedSkill("northwind:knots", "Knots", 4)),
                entry("crane-old", 2.0, new OfferedSkill("northwind:cranes", "Cranes", 3))
                        .apply(new CatalogueFact.Retired(1)));

        // When
        List<NextStep> steps = fit.nextSteps(catalogue);

        // Then
        assertThat(steps)
                .extracting(NextStep::achievementId)
                .containsExactly("rope-access", "crane-basics", "radio-operator");
        assertThat(steps.get(0).points()).isEqualTo(10);
        assertThat(steps.get(2).closes())
                .containsExactly(new NextStep.Closing("northwind:radio", "Radio", 0, 2, false));
    }

    @Property
    void fitLiesBetweenNothingAndOneAndIsOneExactlyWhenNoGapIsLeft(
            @ForAll @IntRange(max = 6) int knots,
            @ForAll @IntRange(max = 6) int radio,
            @ForAll @IntRange(max = 6) int cranes) {
        // Given
        List<Holding> holdings = java.util.stream.Stream.of(
                        holding("northwind:knots", knots, Currency.CURRENT),
                        holding("northwind:radio", radio, Currency.CURRENT),
                        holding("northwind:cranes", cranes, Currency.CURRENT))
                .filter(holding -> holding.ordinal() > 0)
                .toList();

        // When
        RoleFit fit = RoleFit.of(RIGGER, holdings);

        // Then
        assertThat(fit.fit()).isBetween(0.0, 1.0);
        assertThat(fit.fit() == 1.0).isEqualTo(fit.gaps().isEmpty());
        assertThat(fit.gaps().size() + fit.met().size()).isEqualTo(3);
    }

    private static RoleProfile role(Requirement... requirements) {
        return new RoleProfile(
                "northwind:rigger:rigger", "northwind", "Yard", "Rigger", "Rigger", "", List.of(requirements));
    }

    private static CatalogueEntry entry(String id, Double hours, OfferedSkill skill) {
        return CatalogueEntry.empty("northwind", id)
                .apply(new CatalogueFact.Published(new Offer(1, id, "", hours, List.of(skill), List.of())));
    }

    private static Holding holding(String skillId, int ordinal, Currency currency) {
        Instant from = Instant.parse("2025-01-01T00:00:00Z");
        return new Holding(skillId, skillId, ordinal, null, currency, List.of(new UUID(1, 1)), from, null, null);
    }
}
