package dev.touchstone.intake.xapi.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What agents and groups are told by, in statements that have been checked. */
public final class Actors {

    private static final List<String> PLAIN_IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid");

    private Actors() {}

    /** Name and value of the one inverse functional identifier; empty for a group that has none. */
    public static Optional<String> identifier(Map<?, ?> actor) {
        for (String name : PLAIN_IDENTIFIERS) {
            if (actor.get(name) instanceof String value) {
                return Optional.of(name + " " + value);
            }
        }
        return actor.get("account") instanceof Map<?, ?> account
                ? Optional.of("account " + account.get("homePage") + " " + account.get("name"))
                : Optional.empty();
    }

    /** The identifiers of an agent, of a group and of its members. */
    static void identifiers(Object actor, Consumer<String> found) {
        if (actor instanceof Map<?, ?> map) {
            identifier(map).ifPresent(found);
            if (map.get("member") instanceof List<?> members) {
                members.forEach(member -> identifiers(member, found));
            }
        }
    }

    static boolean isActor(Map<?, ?> object) {
        return "Agent".equals(object.get("objectType")) || "Group".equals(object.get("objectType"));
    }
}
