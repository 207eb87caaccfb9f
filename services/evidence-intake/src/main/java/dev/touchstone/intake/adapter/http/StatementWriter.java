package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.postgres.AttachmentContents;
import dev.touchstone.intake.adapter.postgres.KnownActivities;
import dev.touchstone.intake.adapter.postgres.ReadStatements.Page;
import dev.touchstone.intake.adapter.postgres.ReadStatements.Stored;
import dev.touchstone.intake.xapi.Attachment;
import dev.touchstone.intake.xapi.query.ActivityIds;
import dev.touchstone.intake.xapi.query.AttachmentBudget;
import dev.touchstone.intake.xapi.query.CanonicalStatement;
import dev.touchstone.intake.xapi.query.IdsForm;
import dev.touchstone.intake.xapi.query.Languages;
import dev.touchstone.intake.xapi.query.StatementFormat;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes statements in the format asked for, and their attachments if they are asked for. */
@ApplicationScoped
class StatementWriter {

    private final KnownActivities activities;
    private final AttachmentContents contents;

    StatementWriter(KnownActivities activities, AttachmentContents contents) {
        this.activities = activities;
        this.contents = contents;
    }

    /** @param frame puts the statements, each as JSON, into the document that is answered */
    Uni<Response.ResponseBuilder> write(
            XapiRequest request, StatementQuery query, List<Stored> statements, Function<List<String>, String> frame) {
        return texts(request, query.format(), statements)
                .map(frame)
                .chain(document -> query.attachments()
                        ? withAttachments(request, document, statements)
                        : Uni.createFrom()
                                .item(() -> Response.ok(document.getBytes(StandardCharsets.UTF_8))
                                        .type(MediaType.APPLICATION_JSON_TYPE)));
    }

    /** The page, ended where its attachments are too many for one answer. */
    Uni<Page> fitting(XapiRequest request, StatementQuery query, Page page) {
        if (!query.attachments()) {
            return Uni.createFrom().item(page);
        }
        List<Set<String>> attached = parsed(page.statements()).stream()
                .map(statement -> Attachment.of(statement).stream()
                        .map(Attachment::digest)
                        .collect(Collectors.toSet()))
                .toList();
        Set<String> all = attached.stream().flatMap(Set::stream).collect(Collectors.toSet());
        return contents.sizes(request.tenant(), all).map(sizes -> {
            int most = AttachmentBudget.fitting(attached, sizes);
            return most == page.statements().size()
                    ? page
                    : new Page(page.statements().subList(0, most), true, page.through());
        });
    }

    private Uni<List<String>> texts(XapiRequest request, StatementFormat format, List<Stored> statements) {
        return switch (format) {
            // As stored means as text: nothing is parsed.
            case EXACT ->
                Uni.createFrom()
                        .item(() -> statements.stream().map(Stored::json).toList());
            case IDS ->
                Uni.createFrom()
                        .item(() -> parsed(statements).stream()
                                .map(statement -> JsonValues.whole(IdsForm.write(statement)))
                                .toList());
            case CANONICAL -> canonical(request, parsed(statements));
        };
    }

    private Uni<List<String>> canonical(XapiRequest request, List<Map<String, Object>> statements) {
        Languages languages = Languages.of(request.header("Accept-Language"));
        return activities
                .definitions(request.tenant(), ActivityIds.of(statements))
                .map(definitions -> statements.stream()
                        .map(statement -> JsonValues.whole(CanonicalStatement.write(statement, definitions, languages)))
                        .toList());
    }

    private Uni<Response.ResponseBuilder> withAttachments(
            XapiRequest request, String document, List<Stored> statements) {
        Map<String, String> types = new LinkedHashMap<>();
        parsed(statements)
                .forEach(statement -> Attachment.of(statement)
                        .forEach(attachment -> types.putIfAbsent(attachment.digest(), attachment.contentType())));
        return contents.contents(request.tenant(), types.keySet()).map(found -> {
            List<Multipart.Part> parts = new ArrayList<>();
            parts.add(new Multipart.Part(
                    Map.of("Content-Type", "application/json"), document.getBytes(StandardCharsets.UTF_8)));
            found.forEach((digest, content) -> parts.add(new Multipart.Part(
                    Map.of(
                            "Content-Type",
                            types.get(digest),
                            "Content-Transfer-Encoding",
                            "binary",
                            "X-Experience-API-Hash",
                            digest),
                    content)));
            String boundary = "part-" + Uuid7.next();
            return Response.ok(Multipart.write(boundary, parts))
                    .header("Content-Type", "multipart/mixed; boundary=" + boundary);
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parsed(List<Stored> statements) {
        return statements.stream()
                .map(stored ->
                        (Map<String, Object>) JsonValues.exact(stored.json().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
