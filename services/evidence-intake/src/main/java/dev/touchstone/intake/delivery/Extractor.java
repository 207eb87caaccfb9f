package dev.touchstone.intake.delivery;

import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.SourceKind;
import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.evidence.EvidenceDraft;
import dev.touchstone.intake.evidence.EvidenceDraftReader;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.PersonUpdateReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From a payload to what it means, by the connection's template. The template produces {@code {"evidence":{…}}},
 * {@code {"person":{…}}}, {@code {"ignored":{"reason":…,"detail":…}}}, an array of them, or {@code null} for what is of
 * no interest.
 */
public final class Extractor {

    private static final int MOST_RESULTS = 500;
    private static final Set<String> KINDS = Set.of("evidence", "person", "ignored");

    private final PayloadTemplates templates;
    private final FetchPlan plan;

    public Extractor(PayloadTemplates templates) {
        this.templates = templates;
        this.plan = new FetchPlan(templates);
    }

    /**
     * @throws Unreadable with the reason, if the template failed or produced something else
     */
    public Extraction extract(Connection connection, Object payload, Map<String, String> headers, Instant now) {
        return apply(connection, payload, connection.mayChangePeople(), headers, now);
    }

    /**
     * Of a connection that fetches. Without what was fetched it tells whether there is something to fetch. The template
     * gets {@code {"notification":…,"fetched":{…}}}; where nothing vouches for the notification it gets what was fetched
     * and nothing else, so that whoever knows the address can do no more than have the system asked.
     *
     * @param fetched the answers by the names of their requests; null before the system was asked
     * @throws Unreadable with the reason
     */
    public Extraction extract(
            Connection connection,
            Object notification,
            Map<String, Object> fetched,
            Map<String, String> headers,
            Instant now) {
        if (connection.settings().fetch() == null) {
            return extract(connection, notification, headers, now);
        }
        if (fetched == null && plan.asks(connection.settings().fetch(), notification, headers)) {
            return Extraction.TO_FETCH;
        }
        boolean vouched = fetched != null && !fetched.isEmpty();
        if (vouched && connection.unsigned()) {
            Object input = Map.of(FetchPlan.FETCHED, fetched);
            return apply(connection, input, connection.source() == SourceKind.HRIS, Map.of(), now);
        }
        Object input = FetchPlan.input(notification, fetched == null ? Map.of() : fetched);
        return apply(connection, input, connection.mayChangePeople(), headers, now);
    }

    private Extraction apply(
            Connection connection, Object input, boolean mayChangePeople, Map<String, String> headers, Instant now) {
        try {
            Object result = templates.compile(connection.settings().template()).apply(input, headers);
            return read(connection, result, mayChangePeople, now);
        } catch (PayloadTemplate.TemplateFailed | PayloadTemplates.InvalidTemplate e) {
            throw new Unreadable("template-failed", e.getMessage());
        } catch (InvalidDocument e) {
            throw new Unreadable("template-result", e.getMessage());
        }
    }

    private static Extraction read(Connection connection, Object result, boolean mayChangePeople, Instant now) {
        if (result == null) {
            return Extraction.NOTHING;
        }
        List<?> items = result instanceof List<?> list ? list : List.of(result);
        if (items.size() > MOST_RESULTS) {
            throw new InvalidDocument("", "must hold at most " + MOST_RESULTS + " items");
        }
        List<EvidenceDraft> evidence = new ArrayList<>();
        List<PersonUpdate> people = new ArrayList<>();
        Ignored ignored = null;
        EvidenceDraftReader drafts =
                new EvidenceDraftReader(connection.id(), connection.settings().zone(), now);
        for (int index = 0; index < items.size(); index++) {
            Document document = Document.of(items.get(index), result instanceof List ? "/" + index : "");
            document.allowOnly(KINDS);
            if (document.fields().size() != 1) {
                document.violation("", "must hold evidence, person or ignored");
            }
            if (document.has("person") && !mayChangePeople) {
                document.violation("person", "may come from a connection of source hris only, and not unsigned");
            }
            document.object("evidence").flatMap(drafts::read).ifPresent(evidence::add);
            document.object("person")
                    .map(person -> PersonUpdateReader.read(person, connection.id()))
                    .ifPresent(people::add);
            ignored = document.object("ignored").flatMap(Ignored::read).orElse(ignored);
            document.check();
        }
        return new Extraction(evidence, people, ignored);
    }

    /**
     * An authentic delivery that this service cannot make sense of. It is kept, with the reason.
     */
    public static final class Unreadable extends RuntimeException {

        private static final int LONGEST = 1000;
        private final String reason;

        public Unreadable(String reason, String detail) {
            super(detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail, null, false, false);
            this.reason = reason;
        }

        /** A stable word: {@code not-json}, {@code template-failed}, {@code template-result}, … */
        public String reason() {
            return reason;
        }
    }
}
