package dev.touchstone.profile.inventory;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many people of an organisation hold a skill now.
 *
 * @param held null when too few to tell without pointing at them
 * @param byLevel people per level; null when any level has too few
 */
public record SkillCount(String skillId, String name, Integer held, SortedMap<Integer, Integer> byLevel) {

    public static SkillCount of(String skillId, String name, SortedMap<Integer, Integer> byLevel) {
        int held = byLevel.values().stream().mapToInt(Integer::intValue).sum();
        return new SkillCount(skillId, name, held, new TreeMap<>(byLevel));
    }

    /**
     * Without the counts that would point at single people. All levels go where one has to: the total would tell the
     * last one.
     */
    public SkillCount withoutCountsBelow(int smallest) {
        if (held == null || held < smallest) {
            return new SkillCount(skillId, name, null, null);
        }
        boolean tooFew = byLevel == null || byLevel.values().stream().anyMatch(people -> people < smallest);
        return tooFew ? new SkillCount(skillId, name, held, null) : this;
    }
}
