package dev.touchstone.profile.unit;

import dev.touchstone.profile.passport.Currency;
import dev.touchstone.profile.passport.Holding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who in a unit can do what, and how many: always a count over the very holdings shown beside it.
 *
 * @param members by name
 * @param skills the most held first
 */
public record UnitSkills(String unitId, String unitName, List<Member> members, List<SkillHeat> skills) {

    private static final Comparator<SkillHeat> MOST_HELD_FIRST = Comparator.comparingInt(SkillHeat::held)
            .reversed()
            .thenComparing(SkillHeat::name)
            .thenComparing(SkillHeat::skillId);

    public UnitSkills {
        members = List.copyOf(members);
        skills = List.copyOf(skills);
    }

    public static UnitSkills of(String unitId, String unitName, List<Member> members) {
        Map<String, List<Holding>> bySkill = members.stream()
                .flatMap(member -> member.holdings().stream())
                .collect(Collectors.groupingBy(Holding::skillId));
        return new UnitSkills(
                unitId,
                unitName,
                members.stream()
                        .sorted(Comparator.comparing(Member::displayName).thenComparing(Member::personId))
                        .toList(),
                bySkill.values().stream()
                        .map(UnitSkills::heat)
                        .sorted(MOST_HELD_FIRST)
                        .toList());
    }

    private static SkillHeat heat(List<Holding> ofOneSkill) {
        TreeMap<Integer, Integer> byLevel = new TreeMap<>();
        int expiring = 0;
        int lapsed = 0;
        for (Holding holding : ofOneSkill) {
            if (holding.isHeld()) {
                byLevel.merge(holding.ordinal(), 1, Integer::sum);
                expiring += holding.currency() == Currency.EXPIRING ? 1 : 0;
            } else {
                lapsed++;
            }
        }
        Holding any =
                ofOneSkill.stream().min(Comparator.comparing(Holding::name)).orElseThrow();
        return new SkillHeat(any.skillId(), any.name(), byLevel, ofOneSkill.size() - lapsed, expiring, lapsed);
    }
}
