package dev.touchstone.issuance.achievement;

import dev.touchstone.issuance.document.Facts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses an achievement brings with it: its picture, and the framework entries its skills match. A badge carries
 * them as they are, and one that is not absolute cannot be signed: read from another place it would mean something else.
 */
public final class AchievementAddresses {

    private AchievementAddresses() {}

    /** What is wrong, each in words for whoever published it; empty where the awards of the achievement can be signed. */
    public static List<String> flaws(Achievement achievement) {
        List<String> flaws = new ArrayList<>();
        check("imageId", achievement.facts().optionalText("imageId"), flaws);
        List<Facts> skills = achievement.facts().each("skills", skill -> skill);
        for (int at = 0; at < skills.size(); at++) {
            Facts skill = skills.get(at);
            Optional<Facts> alignment = skill.object("alignment");
            if (alignment.isPresent()) {
                check("skills/" + at + "/alignment/targetUrl", alignment.get().optionalText("targetUrl"), flaws);
            } else {
                check("skills/" + at + "/skillId", frameworkEntry(skill), flaws);
            }
        }
        return flaws;
    }

    /** The skill's own id, where it is one that a badge points at; the organisation's own names are no addresses. */
    public static Optional<String> frameworkEntry(Facts skill) {
        return Optional.of(skill.text("skillId")).filter(id -> id.startsWith("https://") || id.startsWith("http://"));
    }

    private static void check(String at, Optional<String> address, List<String> flaws) {
        address.filter(text -> !isAbsolute(text))
                .ifPresent(text -> flaws.add(at + " must be an absolute address, not \"" + text + "\""));
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
