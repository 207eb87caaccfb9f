package dev.touchstone.intake.xapi.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The form {@code ids}: actors, activities and verbs by what identifies them. */
public final class IdsForm extends Form {

    private static final Set<String> IDENTIFYING =
            Set.of("objectType", "mbox", "mbox_sha1sum", "openid", "account", "id");

    /** @param statement as stored */
    public static Map<String, Object> write(Map<?, ?> statement) {
        return new IdsForm().of(statement);
    }

    @Override
    Object verb(Map<?, ?> verb) {
        return identifying(verb);
    }

    @Override
    Object actor(Map<?, ?> actor) {
        Map<Object, Object> bare = identifying(actor);
        if (Actors.identifier(actor).isEmpty() && actor.get("member") instanceof List<?> members) {
            bare.put(
                    "member",
                    members.stream().map(member -> actor((Map<?, ?>) member)).toList());
        }
        return bare;
    }

    @Override
    Object activity(Map<?, ?> activity) {
        // An object without a type is an activity: its id is all that is needed.
        return Map.of("id", activity.get("id"));
    }

    private static Map<Object, Object> identifying(Map<?, ?> whole) {
        Map<Object, Object> bare = new LinkedHashMap<>(whole);
        bare.keySet().retainAll(IDENTIFYING);
        return bare;
    }
}
