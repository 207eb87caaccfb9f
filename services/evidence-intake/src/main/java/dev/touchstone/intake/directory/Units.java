package dev.touchstone.intake.directory;

import dev.touchstone.intake.people.Unit;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/** Makes organisational units of what directories give only a name: groups and departments. */
public final class Units {

    private static final int LONGEST = 70;
    private static final int SHORTEST = 3;

    private Units() {}

    /** The unit of a department: the same name is the same unit. */
    public static Unit ofDepartment(String department) {
        return new Unit(slug(department), department.strip());
    }

    /** The id, or the first one made of it by a number that is not taken. */
    public static String free(String slug, java.util.Collection<String> taken) {
        String free = slug;
        for (int number = 2; taken.contains(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }

    /** The id for a unit of this name: 3 to 70 lower-case letters, digits and hyphens. */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
        // A name in another script leaves nothing, one like HR too little.
        return cut.length() >= SHORTEST
                ? cut
                : "unit-"
                        + UUID.nameUUIDFromBytes(name.strip()
                                        .toLowerCase(Locale.ROOT)
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, 8);
    }
}
