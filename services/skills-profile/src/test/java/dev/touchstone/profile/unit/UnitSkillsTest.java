package dev.touchstone.profile.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.profile.passport.Currency;
import dev.touchstone.profile.passport.Holding;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnitSkillsTest {

    @Test
    void theHeatIsACountOfTheMatrix() {
        // Given
        List<Member> members = List.of(
                member("Zoe", holding("knots", 4, Currency.CURRENT), holding("radio", 1, Currency.CURRENT)),
                member("Ada", holding("knots", 2, Currency.EXPIRING)),
                member("Ben", holding("knots", 2, Currency.LAPSED)));

        // When
        UnitSkills unit = UnitSkills.of("yard", "Yard", members);

        // Then
        assertThat(unit.members()).extracting(Member::displayName).containsExactly("Ada", "Ben", "Zoe");
        assertThat(unit.skills())
                .containsExactly(
                        new SkillHeat("knots", "knots", new TreeMap<>(java.util.Map.of(2, 1, 4, 1)), 2, 1, 1),
                        new SkillHeat("radio", "radio", new TreeMap<>(java.util.Map.of(1, 1)), 1, 0, 0));
    }

    private static Member member(String name, Holding... holdings) {
        return new Member(new UUID(0, name.hashCode()), name, "Rigger", List.of(holdings));
    }

    private static Holding holding(String skillId, int ordinal, Currency currency) {
        Instant from = Instant.parse("2025-01-01T00:00:00Z");
        return new Holding(skillId, skillId, ordinal, null, currency, List.of(new UUID(1, 1)), from, null, null);
    }
}
