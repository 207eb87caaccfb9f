package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a statement is about (1.0.3 part two, section 2.4.4). */
final class ObjectRules {

    static final String STATEMENT_REF = "StatementRef";
    static final String SUB_STATEMENT = "SubStatement";
    private static final Set<String> SUB_STATEMENT_FIELDS =
            Set.of("objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments");

    private ObjectRules() {}

    /** The kind of object, an activity unless it says otherwise; empty if it is no string. */
    static Optional<String> type(Document object) {
        return object.has("objectType") ? Values.string(object, "objectType") : Optional.of(ActivityRules.ACTIVITY);
    }

    /** Checks the object of a statement. */
    static void check(Document object, XapiVersion version) {
        if (type(object).filter(SUB_STATEMENT::equals).isPresent()) {
            subStatement(object, version);
        } else {
            checkPlain(object);
        }
    }

    private static void checkPlain(Document object) {
        switch (type(object).orElse("")) {
            case ActivityRules.ACTIVITY -> ActivityRules.activity(object);
            case ActorRules.AGENT -> ActorRules.agent(object);
            case ActorRules.GROUP -> ActorRules.group(object);
            case STATEMENT_REF -> reference(object);
            default ->
                object.violation(
                        "objectType", "must be Activity, Agent, Group, StatementRef or, in a statement, SubStatement");
        }
    }

    /** The id of the statement referred to. */
    static Optional<UUID> reference(Document reference) {
        reference.allowOnly(Set.of("objectType", "id"));
        boolean said = Values.string(reference, "objectType")
                .filter(STATEMENT_REF::equals)
                .isPresent();
        Values.holds(said, reference, "objectType", "must be StatementRef");
        Values.require(reference, "id");
        return Values.uuid(reference, "id");
    }

    private static void subStatement(Document statement, XapiVersion version) {
        statement.allowOnly(SUB_STATEMENT_FIELDS);
        statement.requiredObject("actor").ifPresent(ActorRules::actor);
        statement.requiredObject("verb").ifPresent(StatementReader::verb);
        Optional<Document> object = statement.requiredObject("object");
        object.ifPresent(ObjectRules::checkPlain);
        statement.object("result").ifPresent(ResultRules::check);
        statement
                .object("context")
                .ifPresent(context -> ContextRules.check(
                        context, object.flatMap(ObjectRules::type).orElse(""), version));
        Values.timestamp(statement, "timestamp");
        AttachmentRules.check(statement);
    }
}
