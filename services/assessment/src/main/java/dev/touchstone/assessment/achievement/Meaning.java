package dev.touchstone.assessment.achievement;

/**
 * What an achievement says to people.
 *
 * @param description what a holder has shown
 * @param achievementType Open Badges 3.0 achievementType
 * @param criteriaNarrative what has to be shown, in words for people
 * @param inLanguage BCP 47
 */
public record Meaning(
        String name, String description, String achievementType, String criteriaNarrative, String inLanguage) {}
