package dev.touchstone.profile.unit;

import java.util.SortedMap;

/**
 * How well a group of people covers one skill; one column of the matrix.
 *
 * @param byLevel people per level held now
 * @param held people who hold it now, at any level
 * @param expiring those of them whose holding runs out soon
 * @param lapsed people who held it once
 */
public record SkillHeat(
        String skillId, String name, SortedMap<Integer, Integer> byLevel, int held, int expiring, int lapsed) {}
