package dev.touchstone.intake.delivery;

import dev.touchstone.intake.connection.Connection;
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

    public Extractor(PayloadTemplates templates) {
        this.templates = templates;
    }

    /**
     * @throws Unreadable with the reason, if the template failed or produced something else
     */
    public Extraction extract(Connection connection, Object payload, Map<String, String> headers, Instant now) {
        try {
            Object result = templates.compile(connection.settings().template()).apply(payload, headers);
            return read(connection, result, now);
        } catch (PayloadTemplate.TemplateFailed | PayloadTemplates.InvalidTemplate e) {
            throw new Unreadable("template-failed", e.getMessage());
        } catch (InvalidDocument e) {
            throw new Unreadable("template-result", e.getMessage());
        }
    }

    private static Extraction read(Connection connection, Object result, Instant now) {
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
            if (document.has("person") && !connection.mayChangePeople()) {
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
