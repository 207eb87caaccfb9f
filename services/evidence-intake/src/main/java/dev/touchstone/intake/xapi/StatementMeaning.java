package dev.touchstone.intake.xapi;

import dev.touchstone.intake.evidence.Action;
import dev.touchstone.intake.evidence.Activity;
import dev.touchstone.intake.evidence.EvidenceDraft;
import dev.touchstone.intake.evidence.EvidenceFacts;
import dev.touchstone.intake.evidence.EvidenceKind;
import dev.touchstone.intake.evidence.Timestamps;
import dev.touchstone.intake.xapi.Statement.StatementActivity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement means for skills: evidence, or nothing, and then why. */
public sealed interface StatementMeaning {

    /** It is evidence. */
    record Evident(EvidenceDraft draft) implements StatementMeaning {}

    /** It is stored, and no more. */
    record Unused(String reason) implements StatementMeaning {}

    static StatementMeaning of(Statement statement, Instant now) {
        Optional<Action> action = Verbs.action(statement.verb());
        if (action.isEmpty()) {
            return new Unused("verb-not-used");
        }
        if (statement.actor() == null) {
            return new Unused("actor-is-a-group");
        }
        if (statement.activity() == null) {
            return new Unused("object-is-no-activity");
        }
        if (statement.activity().id().length() > Activity.LONGEST_ID) {
            return new Unused("activity-id-too-long");
        }
        Instant stated = statement.timestamp() == null ? now : statement.timestamp();
        return Timestamps.plausible(stated, now)
                .<StatementMeaning>map(occurredAt -> new Evident(draft(statement, action.get(), occurredAt)))
                .orElseGet(() -> new Unused("timestamp-not-plausible"));
    }

    private static EvidenceDraft draft(Statement statement, Action action, Instant occurredAt) {
        EvidenceFacts facts = new EvidenceFacts(
                action == Action.SCORED ? EvidenceKind.SCORE : EvidenceKind.COURSE_COMPLETION,
                activity(statement.activity()),
                action,
                statement.result().scaledByRange(),
                occurredAt,
                List.of(),
                null,
                null);
        return new EvidenceDraft(Set.of(statement.actor()), facts);
    }

    private static Activity activity(StatementActivity stated) {
        List<String> alternates = stated.grouping().stream()
                .filter(id -> !id.equals(stated.id()) && id.length() <= Activity.LONGEST_ID)
                .distinct()
                .limit(Activity.MOST_ALTERNATE_IDS)
                .toList();
        String type = stated.type() != null && stated.type().length() <= Activity.LONGEST_TYPE ? stated.type() : null;
        String name = stated.name() == null ? null : shortened(stated.name());
        return new Activity(stated.id(), alternates, type, name);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= Activity.LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, Activity.LONGEST_NAME));
    }
}
