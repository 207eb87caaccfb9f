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
 * @param refersTo the statement that is its object; else null
 * @param version of xAPI by which it was checked
 * @param content the statement as received, activities of its context in arrays
 */
public record Statement(
        UUID id,
        Identity actor,
        String verb,
        StatementActivity activity,
        Result result,
        UUID registration,
        Instant timestamp,
        UUID refersTo,
        XapiVersion version,
        Map<String, Object> content) {

    public static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    /** An activity as a statement names it: {@code grouping} holds the ids that stay the same across LMSs (cmi5). */
    public record StatementActivity(String id, String type, String name, List<String> grouping) {}

    /** Whether it takes back the statement that it refers to. */
    public boolean voids() {
        return refersTo != null && verb.equals(VOIDED);
    }

    public List<Attachment> attachments() {
        return Attachment.of(content);
    }

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
        key.put("object", Comparison.withoutDefinition(content.get("object")));
        key.put("timestamp", timestamp.toString());
        key.put("registration", registration == null ? null : registration.toString());
        key.put("result", content.get("result"));
        return Optional.of(CanonicalForm.digest(key));
    }

    /** Equal for two statements with one id that say the same. */
    public byte[] comparison() {
        return Comparison.digest(content);
    }

    private static Map<String, Object> identifying(Map<?, ?> actor) {
        Map<String, Object> identifying = new LinkedHashMap<>();
        for (String name : List.of("mbox", "mbox_sha1sum", "openid", "account", "member")) {
            identifying.put(name, actor.get(name));
        }
        return identifying;
    }
}
