package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.evidence.Result;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.xapi.Statement.StatementActivity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks a statement as a whole and takes out of it what evidence is made of (xAPI 1.0.3, part two, section 2; 2.0,
 * section 4.2). Types are taken as they are, nothing unknown is let through.
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

    private StatementReader() {}

    /**
     * @param pointer where the statement stands in what was sent
     * @throws dev.touchstone.intake.document.InvalidDocument with every mistake
     */
    public static Statement read(Object value, String pointer, XapiVersion version) {
        Document statement = Document.of(value, pointer);
        statement.allowOnly(PROPERTIES);
        Values.refuseNulls(statement);
        Optional<UUID> id = Values.uuid(statement, "id");
        Optional<Identity> actor = statement.requiredObject("actor").flatMap(ActorRules::actor);
        Optional<String> verb = statement.requiredObject("verb").flatMap(StatementReader::verb);
        Optional<Document> object = statement.requiredObject("object");
        object.ifPresent(document -> ObjectRules.check(document, version));
        String objectType = object.flatMap(ObjectRules::type).orElse("");
        statement.object("result").ifPresent(ResultRules::check);
        Optional<Document> context = statement.object("context");
        context.ifPresent(document -> ContextRules.check(document, objectType, version));
        Values.timestamp(statement, "timestamp");
        Values.timestamp(statement, "stored");
        statement.object("authority").ifPresent(ActorRules::authority);
        AttachmentRules.check(statement);
        version(statement, version);
        boolean refers = objectType.equals(ObjectRules.STATEMENT_REF);
        Values.holds(
                refers || !verb.filter(Statement.VOIDED::equals).isPresent(),
                statement,
                "object",
                "must be a StatementRef where the verb is voided");
        statement.check();
        Map<String, Object> content = ContextLists.inArrays(statement.fields());
        return new Statement(
                id.orElse(null),
                actor.orElse(null),
                verb.orElseThrow(),
                objectType.equals(ActivityRules.ACTIVITY) ? activity(object.orElseThrow(), content) : null,
                result(statement),
                context.flatMap(document -> Values.uuid(document, "registration"))
                        .orElse(null),
                statement
                        .value("timestamp")
                        .flatMap(text -> XapiTime.parse((String) text))
                        .orElse(null),
                refers ? Values.uuid(object.orElseThrow(), "id").orElseThrow() : null,
                version,
                content);
    }

    static Optional<String> verb(Document verb) {
        verb.allowOnly(Set.of("id", "display"));
        Values.languageMap(verb, "display");
        return Values.requiredIri(verb, "id");
    }

    private static void version(Document statement, XapiVersion version) {
        Values.string(statement, "version")
                .map(XapiVersion::of)
                .ifPresent(stated -> Values.holds(
                        stated.filter(known -> known.compareTo(version) <= 0).isPresent(),
                        statement,
                        "version",
                        "must be a version of xAPI that is not above the request's"));
    }

    private static StatementActivity activity(Document object, Map<String, Object> content) {
        Optional<Document> definition = object.object("definition");
        String kind =
                definition.flatMap(document -> Values.string(document, "type")).orElse(null);
        String name = definition
                .flatMap(document -> document.object("name"))
                .flatMap(StatementReader::inEnglish)
                .orElse(null);
        return new StatementActivity(
                Values.requiredIri(object, "id").orElseThrow(), kind, name, ContextLists.ids(content, "grouping"));
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

    private static Result result(Document statement) {
        Optional<Document> result = statement.object("result");
        if (result.isEmpty()) {
            return Result.NONE;
        }
        Document stated = result.get();
        Optional<Document> score = stated.object("score");
        return new Result(
                score.flatMap(document -> document.number("scaled")).orElse(null),
                score.flatMap(document -> document.number("raw")).orElse(null),
                score.flatMap(document -> document.number("min")).orElse(null),
                score.flatMap(document -> document.number("max")).orElse(null),
                stated.flag("success").orElse(null),
                stated.flag("completion").orElse(null),
                Values.string(stated, "duration").flatMap(IsoDuration::seconds).orElse(null));
    }
}
