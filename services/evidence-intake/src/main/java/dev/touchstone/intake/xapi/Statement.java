package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.evidence.Result;
import dev.touchstone.intake.people.Identity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An xAPI statement that has been checked.
 *
 * @param id null if the sender left it to us
 * @param actor whom it is about; null for a group
 * @param verb IRI
 * @param activity the object, if it is an activity; else null
 * @param registration or null
 * @param timestamp when it happened; null if the sender does not say
 * @param content the statement as received
 */
public record Statement(
        UUID id,
        Identity actor,
        String verb,
        StatementActivity activity,
        Result result,
        UUID registration,
        Instant timestamp,
        Map<String, Object> content) {

    /** An activity as a statement names it: {@code grouping} holds the ids that stay the same across LMSs (cmi5). */
    public record StatementActivity(String id, String type, String name, List<String> grouping) {}

    /**
     * Under which a re-sent statement without id is known again: who, what, to what, when and with which result. Empty
     * for a statement that says neither which nor when it is, because nothing tells its repetition from a second time.
     */
    public Optional<byte[]> contentKey() {
        if (id != null || timestamp == null) {
            return Optional.empty();
        }
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("actor", content.get("actor") instanceof Map<?, ?> given ? identifying(given) : null);
        key.put("verb", verb);
        key.put("object", withoutDefinition(content.get("object")));
        key.put("timestamp", timestamp.toString());
        key.put("registration", registration == null ? null : registration.toString());
        key.put("result", content.get("result"));
        return Optional.of(CanonicalForm.digest(key));
    }

    /**
     * What has to be equal for two statements with one id to be the same (xAPI 1.0.3, part two, 2.3.1): everything but
     * what a record store adds and what does not change the meaning.
     */
    public byte[] comparison() {
        Map<String, Object> compared = new LinkedHashMap<>(content);
        List.of("id", "authority", "stored", "timestamp", "version").forEach(compared::remove);
        compared.put("verb", verb);
        compared.put("object", withoutDefinition(content.get("object")));
        return CanonicalForm.digest(compared);
    }

    private static Map<String, Object> identifying(Map<?, ?> actor) {
        Map<String, Object> identifying = new LinkedHashMap<>();
        for (String name : List.of("mbox", "mbox_sha1sum", "openid", "account", "member")) {
            identifying.put(name, actor.get(name));
        }
        return identifying;
    }

    private static Object withoutDefinition(Object object) {
        if (!(object instanceof Map<?, ?> map)) {
            return object;
        }
        Map<Object, Object> bare = new LinkedHashMap<>(map);
        bare.remove("definition");
        return bare;
    }
}
