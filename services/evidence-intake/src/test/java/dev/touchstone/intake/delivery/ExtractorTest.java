package dev.touchstone.intake.delivery;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.JsonArbitraries;
import dev.touchstone.intake.adapter.jsonata.JsonataTemplates;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.DedupeRule;
import dev.touchstone.intake.connection.SourceKind;
import dev.touchstone.intake.delivery.Extractor.Unreadable;
import dev.touchstone.intake.evidence.Action;
import dev.touchstone.intake.evidence.EvidenceDraft;
import dev.touchstone.intake.evidence.EvidenceKind;
import dev.touchstone.intake.people.Identity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExtractorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID CONNECTION = new UUID(7, 8);
    private static final String PULL_REQUEST = """
            $headers.'x-github-event' = "pull_request" and action = "closed" and pull_request.merged ? {
              "evidence": {
                "person": {"platformUserId": pull_request.user.login},
                "kind": "work-event",
                "activity": {"id": pull_request.html_url, "type": "pull-request", "name": pull_request.title},
                "action": "merged",
                "occurredAt": pull_request.merged_at,
                "tags": [pull_request.labels.name]
              }
            } : null""";

    private final Extractor extractor = new Extractor(new JsonataTemplates());

    @Test
    void mergedPullRequestIsEvidence() {
        Object payload = json("""
                {'action':'closed','pull_request':{'merged':true,'merged_at':'2026-11-20T15:21:00Z',
                 'html_url':'https://git.example/pulls/7','title':'Retry on timeout','user':{'login':'octocat'},
                 'labels':[{'name':'reliability'},{'name':'java'}]}}""");

        Extraction extraction = extractor.extract(
                connection(SourceKind.WORK_TOOL, PULL_REQUEST), payload, Map.of("x-github-event", "pull_request"), NOW);

        assertThat(extraction.state()).isEqualTo(DeliveryState.ACCEPTED);
        EvidenceDraft draft = extraction.evidence().get(0);
        assertThat(draft.subject()).containsExactly(Identity.platformUser(CONNECTION, "octocat"));
        assertThat(draft.facts().kind()).isEqualTo(EvidenceKind.WORK_EVENT);
        assertThat(draft.facts().action()).isEqualTo(Action.MERGED);
        assertThat(draft.facts().tags()).containsExactly("reliability", "java");
        assertThat(draft.facts().occurredAt()).isEqualTo(Instant.parse("2026-11-20T15:21:00Z"));
    }

    @Test
    void whatTheTemplateLeavesOutIsIgnored() {
        Extraction extraction = extractor.extract(
                connection(SourceKind.WORK_TOOL, PULL_REQUEST), json("{'action':'opened'}"), Map.of(), NOW);

        assertThat(extraction.state()).isEqualTo(DeliveryState.IGNORED);
    }

    @Test
    void zonelessTimesAreTheConnections() {
        String template = """
                {"evidence":{"person":{"email":m},"kind":"course-completion","activity":{"id":c},"action":"completed",
                             "occurredAt":t}}""";

        Extraction extraction = extractor.extract(
                connection(SourceKind.LMS, template),
                json("{'m':'ada@example.org','c':'course-1','t':'2025-01-08T13:06:26'}"),
                Map.of(),
                NOW);

        assertThat(extraction.evidence().get(0).facts().occurredAt()).isEqualTo(Instant.parse("2025-01-08T12:06:26Z"));
    }

    @Test
    void hrisChangesPeople() {
        String template = """
                employees.{"person":{"employeeNumber":id,"displayName":name,"active":status != "left"}}""";

        Extraction extraction = extractor.extract(
                connection(SourceKind.HRIS, template),
                json("{'employees':[{'id':'7','name':'Ada','status':'left'},{'id':'8','name':'Ben','status':'x'}]}"),
                Map.of(),
                NOW);

        assertThat(extraction.people()).hasSize(2);
        assertThat(extraction.people().get(0).active().value()).isFalse();
    }

    @Test
    void nobodyElseChangesPeople() {
        Unreadable unreadable = unreadable(SourceKind.LMS, "{\"person\":{\"employeeNumber\":\"7\"}}", "{}");

        assertThat(unreadable.reason()).isEqualTo("template-result");
        assertThat(unreadable).hasMessageContaining("/person: may come from a connection of source hris only");
    }

    @Test
    void incompleteEvidenceSaysWhatIsMissing() {
        Unreadable unreadable = unreadable(
                SourceKind.LMS,
                "[{\"evidence\":{\"person\":{\"email\":m},\"kind\":\"score\",\"activty\":{}}}]",
                "{'m':'a@b.c'}");

        assertThat(unreadable.reason()).isEqualTo("template-result");
        assertThat(unreadable)
                .hasMessageContaining("/evidence/activty: is not known here")
                .hasMessageContaining("/evidence/activity: is required")
                .hasMessageContaining("/evidence/occurredAt: is required");
    }

    @Test
    void failingTemplateSaysSo() {
        assertThat(unreadable(SourceKind.LMS, "$sum(\"a\")", "{}").reason()).isEqualTo("template-failed");
    }

    @Property(tries = 300)
    void extractsOrSaysWhyNot(@ForAll("payloads") Object payload) {
        String template = """
                [{"evidence":{"person":{"email":id,"account":name},"kind":"score","action":"scored","activity":{"id":id,"name":en},
                  "result":{"raw":raw,"max":max,"min":min,"scaled":scaled},"occurredAt":homePage,"tags":grouping}}, $]""";
        try {
            extractor.extract(connection(SourceKind.HRIS, template), payload, Map.of(), NOW);
        } catch (Unreadable e) {
            assertThat(e.reason()).isIn("template-failed", "template-result");
        }
    }

    @Provide
    Arbitrary<Object> payloads() {
        return JsonArbitraries.values();
    }

    private Unreadable unreadable(SourceKind source, String template, String payload) {
        return catchThrowableOfType(
                Unreadable.class, () -> extractor.extract(connection(source, template), json(payload), Map.of(), NOW));
    }

    private static Connection connection(SourceKind source, String template) {
        return new Connection(
                CONNECTION,
                "northwind",
                "A system",
                source,
                ConnectionChannel.WEBHOOK,
                new Connection.Settings(
                        null,
                        template,
                        new DedupeRule.Content(),
                        202,
                        ZoneId.of("Europe/Berlin"),
                        null,
                        List.of(),
                        null),
                NOW,
                null);
    }
}
