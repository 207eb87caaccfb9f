package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.adapter.postgres.ReadStatements.Window;
import dev.touchstone.intake.xapi.query.Actors;
import dev.touchstone.intake.xapi.query.Position;
import dev.touchstone.intake.xapi.query.StatementFilter;
import dev.touchstone.intake.xapi.query.StatementFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a GET of statements asks for (1.0.3 part three, section 2.1.3).
 *
 * @param id of the one statement asked for; null if a page is
 * @param voided whether that one is asked for as taken back
 */
record StatementQuery(
        UUID id, boolean voided, StatementFilter filter, Window window, StatementFormat format, boolean attachments) {

    /** Ours: where a page begins. */
    static final String CURSOR = "cursor";

    private static final int MOST = 100;
    private static final String STATEMENT_ID = "statementId";
    private static final String VOIDED_ID = "voidedStatementId";
    private static final Set<String> OF_ONE = Set.of(STATEMENT_ID, VOIDED_ID, "format", "attachments");
    private static final Set<String> OF_ALL = Set.of(
            STATEMENT_ID,
            VOIDED_ID,
            "agent",
            "verb",
            "activity",
            "registration",
            "related_activities",
            "related_agents",
            "since",
            "until",
            "limit",
            "format",
            "attachments",
            "ascending",
            CURSOR);

    static StatementQuery read(XapiParameters parameters) {
        parameters.only(OF_ALL);
        if (parameters.has(STATEMENT_ID) && parameters.has(VOIDED_ID)) {
            throw Query.invalid(VOIDED_ID, "cannot be asked for together with statementId");
        }
        Optional<UUID> id = parameters.uuid(STATEMENT_ID).or(() -> parameters.uuid(VOIDED_ID));
        if (id.isPresent()) {
            parameters.only(OF_ONE);
        }
        return new StatementQuery(
                id.orElse(null),
                parameters.has(VOIDED_ID),
                filter(parameters),
                window(parameters),
                parameters
                        .text("format")
                        .map(word -> Query.word("format", word, StatementFormat.WORDS))
                        .orElse(StatementFormat.EXACT),
                parameters.flag("attachments"));
    }

    private static StatementFilter filter(XapiParameters parameters) {
        return new StatementFilter(
                parameters.agentOrGroup("agent").flatMap(Actors::identifier).orElse(null),
                parameters.flag("related_agents"),
                parameters.iri("verb").orElse(null),
                parameters.iri("activity").orElse(null),
                parameters.flag("related_activities"),
                parameters.uuid("registration").orElse(null),
                parameters.time("since").orElse(null),
                parameters.time("until").orElse(null));
    }

    private static Window window(XapiParameters parameters) {
        int limit = parameters.text("limit").map(StatementQuery::count).orElse(0);
        Position after = parameters
                .text(CURSOR)
                .map(text -> Position.parse(text).orElseThrow(() -> Query.invalid(CURSOR, "must be that of a page")))
                .orElse(null);
        return new Window(parameters.flag("ascending"), after, limit == 0 ? MOST : Math.min(limit, MOST));
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw Query.invalid("limit", "must be a whole number, not negative");
        }
        return Integer.parseInt(text);
    }
}
