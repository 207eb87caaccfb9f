package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.fingerprint.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** How a definition becomes the next version of an achievement. */
public final class Publishing {

    private Publishing() {}

    /** What came of it. */
    public sealed interface Outcome permits Published, Unchanged, Refused, Retired {}

    /** A new version. */
    public record Published(Achievement achievement) implements Outcome {}

    /** The version in force says exactly this already: nothing to publish. */
    public record Unchanged(Achievement achievement) implements Outcome {}

    /** The definition cannot be published as it is. */
    public record Refused(List<Objection> objections) implements Outcome {}

    /** The achievement was retired, which is for good. */
    public record Retired(Instant retiredAt) implements Outcome {}

    /**
     * @param line what there is of the achievement; empty for a new one
     * @param isPublished whether the organisation has an achievement of that id
     */
    public static Outcome publish(
            String achievementId,
            Definition draft,
            Optional<AchievementLine> line,
            Predicate<String> isPublished,
            Publisher publisher) {
        if (line.isPresent() && line.get().isRetired()) {
            return new Retired(line.get().retiredAt());
        }
        List<Objection> objections = PublishGate.objections(achievementId, draft, isPublished);
        if (!objections.isEmpty()) {
            return new Refused(objections);
        }
        Definition definition = draft.described();
        String digest = Fingerprint.of(definition);
        Optional<Achievement> latest = line.map(AchievementLine::latest);
        if (latest.isPresent() && latest.get().digest().equals(digest)) {
            return new Unchanged(latest.get());
        }
        int version = latest.map(Achievement::version).orElse(0) + 1;
        return new Published(
                new Achievement(achievementId, version, definition, digest, publisher.at(), publisher.personId()));
    }

    /**
     * Who publishes, and when.
     *
     * @param personId null where the person is not known here
     */
    public record Publisher(UUID personId, Instant at) {}
}
