package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.evidence.Result;
import dev.touchstone.intake.evidence.Timestamps;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.xapi.Statement.StatementActivity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Checks a statement and takes out of it what evidence is made of (xAPI 1.0.3, part two, section 2). It checks what is
 * used here: identifiers, the actor, the verb, the object, scores and times, and that nothing is null.
 */
public final class StatementReader {

    private static final Set<String> PROPERTIES = Set.of(
            "id",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments");
    private static final Set<String> OBJECT_TYPES =
            Set.of("Activity", "Agent", "Group", "SubStatement", "StatementRef");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>]+");
    private static final int LONGEST_IRI = 2000;

    private StatementReader() {}

    /**
     * @param pointer where the statement stands in what was sent
     * @throws dev.touchstone.intake.document.InvalidDocument with every mistake
     */
    public static Statement read(Object value, String pointer) {
        Document statement = Document.of(value, pointer);
        statement.allowOnly(PROPERTIES);
        Nulls.refuse(statement);
        Optional<UUID> id = uuid(statement, "id");
        Optional<Identity> actor = statement.requiredObject("actor").flatMap(ActorReader::read);
        Optional<String> verb = statement.requiredObject("verb").flatMap(object -> iri(object, "id"));
        Optional<Document> object = statement.requiredObject("object");
        Result result = statement.object("result").map(StatementReader::result).orElse(Result.NONE);
        Optional<Document> context = statement.object("context");
        Optional<UUID> registration = context.flatMap(document -> uuid(document, "registration"));
        List<String> grouping = context.map(StatementReader::grouping).orElse(List.of());
        Optional<StatementActivity> activity = object.flatMap(document -> activity(document, grouping));
        Optional<Instant> timestamp = timestamp(statement);
        statement
                .text("version", 20)
                .filter(version -> XapiVersion.of(version).isEmpty())
                .ifPresent(version -> statement.violation("version", "must be 1.0.x or 2.0.x"));
        statement.check();
        return new Statement(
                id.orElse(null),
                actor.orElse(null),
                verb.orElseThrow(),
                activity.orElse(null),
                result,
                registration.orElse(null),
                timestamp.orElse(null),
                statement.fields());
    }

    private static Optional<StatementActivity> activity(Document object, List<String> grouping) {
        String type = object.text("objectType", 40).orElse("Activity");
        if (!OBJECT_TYPES.contains(type)) {
            object.violation(
                    "objectType",
                    "must be one of " + OBJECT_TYPES.stream().sorted().toList());
        }
        if (!type.equals("Activity")) {
            return Optional.empty();
        }
        Optional<Document> definition = object.object("definition");
        String kind = definition
                .flatMap(document -> document.text("type", LONGEST_IRI))
                .orElse(null);
        String name = definition
                .flatMap(document -> document.object("name"))
                .flatMap(StatementReader::inEnglish)
                .orElse(null);
        return iri(object, "id").map(id -> new StatementActivity(id, kind, name, grouping));
    }

    /** English if there is any, else whatever comes first. */
    private static Optional<String> inEnglish(Document names) {
        Map<String, Object> byLanguage = names.fields();
        for (String language : List.of("en", "en-US", "en-GB")) {
            if (byLanguage.get(language) instanceof String text && !text.isBlank()) {
                return Optional.of(text);
            }
        }
        return byLanguage.values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** One activity may stand without its array, as in versions before 1.0. */
    private static List<String> grouping(Document context) {
        Optional<Document> activities = context.object("contextActivities");
        if (activities
                .flatMap(document -> document.value("grouping"))
                .filter(Map.class::isInstance)
                .isPresent()) {
            return activities.orElseThrow().object("grouping").flatMap(group -> iri(group, "id")).stream()
                    .toList();
        }
        return activities.map(document -> document.objects("grouping", 100)).orElse(List.of()).stream()
                .map(group -> iri(group, "id"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Result result(Document result) {
        Optional<Document> score = result.object("score");
        Optional<Double> scaled = score.flatMap(document -> document.number("scaled"));
        scaled.filter(value -> value < -1 || value > 1)
                .ifPresent(value -> score.orElseThrow().violation("scaled", "must be -1 to 1"));
        Optional<String> duration = result.text("duration", 100);
        duration.filter(text -> !IsoDuration.isOne(text))
                .ifPresent(text -> result.violation("duration", "must be an ISO 8601 duration"));
        return new Result(
                scaled.orElse(null),
                score.flatMap(document -> document.number("raw")).orElse(null),
                score.flatMap(document -> document.number("min")).orElse(null),
                score.flatMap(document -> document.number("max")).orElse(null),
                result.flag("success").orElse(null),
                result.flag("completion").orElse(null),
                duration.flatMap(IsoDuration::seconds).orElse(null));
    }

    private static Optional<Instant> timestamp(Document statement) {
        Optional<String> text = statement.text("timestamp", 64);
        Optional<Instant> timestamp = text.flatMap(value -> Timestamps.parse(value, ZoneOffset.UTC));
        if (text.isPresent() && timestamp.isEmpty()) {
            statement.violation("timestamp", "must be an ISO 8601 time");
        }
        return timestamp;
    }

    private static Optional<UUID> uuid(Document document, String name) {
        Optional<String> text = document.text(name, 100);
        if (text.isPresent() && !UUID_TEXT.matcher(text.get()).matches()) {
            document.violation(name, "must be a UUID");
            return Optional.empty();
        }
        return text.map(UUID::fromString);
    }

    private static Optional<String> iri(Document document, String name) {
        Optional<String> text = document.requiredText(name, LONGEST_IRI);
        if (text.isPresent() && !IRI.matcher(text.get()).matches()) {
            document.violation(name, "must be an absolute IRI");
            return Optional.empty();
        }
        return text;
    }
}
