package dev.touchstone.assessment.assessmentcase;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Those who judged a case that is not decided by it, in their order: at most two, for a moderator decides. */
public record Judges(List<UUID> ids) {

    public static final Judges NONE = new Judges(List.of());

    public Judges {
        ids = List.copyOf(ids);
        if (ids.size() >= Part.values().length || ids.stream().distinct().count() < ids.size()) {
            throw new IllegalStateException("a case is judged by different people, the last of whom decides: " + ids);
        }
    }

    /** The judgement that is needed now. */
    public Part next() {
        return Part.values()[ids.size()];
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    public boolean contains(UUID personId) {
        return ids.contains(personId);
    }

    /** With one person under another id; two who are one stay two, for both judgements were given. */
    Judges renamed(UUID from, UUID to) {
        return contains(to)
                ? this
                : new Judges(ids.stream().map(id -> id.equals(from) ? to : id).toList());
    }

    Judges with(UUID personId) {
        List<UUID> more = new ArrayList<>(ids);
        more.add(personId);
        return new Judges(more);
    }
}
