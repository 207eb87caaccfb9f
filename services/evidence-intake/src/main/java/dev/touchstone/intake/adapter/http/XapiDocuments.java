package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import dev.touchstone.intake.adapter.postgres.StoredDocuments;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.xapi.XapiVersion;
import dev.touchstone.intake.xapi.query.Actors;
import dev.touchstone.intake.xapi.store.DocumentChange;
import dev.touchstone.intake.xapi.store.DocumentDecision;
import dev.touchstone.intake.xapi.store.DocumentDecision.Refused;
import dev.touchstone.intake.xapi.store.DocumentKind;
import dev.touchstone.intake.xapi.store.DocumentScope;
import dev.touchstone.intake.xapi.store.Preconditions;
import dev.touchstone.intake.xapi.store.XapiDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** State and profiles: one way of handling documents, whatever they belong to. */
@ApplicationScoped
class XapiDocuments {

    private static final int LONGEST_TYPE = 255;
    private static final DocumentDecision.Json JSON = new DocumentDecision.Json() {
        @Override
        public Object read(byte[] content) {
            try {
                return JsonValues.exact(content);
            } catch (NotJson e) {
                throw new InvalidDocument("", e.getMessage());
            }
        }

        @Override
        public byte[] write(Object value) {
            return JsonValues.whole(value).getBytes(StandardCharsets.UTF_8);
        }
    };

    private final StoredDocuments documents;

    XapiDocuments(StoredDocuments documents) {
        this.documents = documents;
    }

    Uni<Response> answer(DocumentKind kind, XapiRequest request) {
        request.parameters().only(known(kind, request.method()));
        DocumentScope scope = scope(kind, request.parameters());
        boolean single = request.parameters().has(kind.parameter());
        return switch (request.method()) {
            case "GET" -> single ? one(request, scope) : list(request, scope);
            case "DELETE" -> single || kind != DocumentKind.STATE ? change(request, scope) : removeAll(request, scope);
            default -> change(request, scope);
        };
    }

    private Uni<Response> one(XapiRequest request, DocumentScope scope) {
        return documents.find(request.tenant(), scope, id(request, scope)).map(found -> {
            XapiDocument document = found.orElseThrow(() -> ProblemException.notFound("document"));
            return Response.ok(document.content())
                    .header("Content-Type", document.contentType())
                    .header("ETag", "\"" + document.etag() + "\"")
                    .header("Last-Modified", HttpTime.of(document.updated()))
                    // It is a stranger's: a browser must not make a page of this origin out of it.
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox")
                    .build();
        });
    }

    private Uni<Response> list(XapiRequest request, DocumentScope scope) {
        Optional<Instant> since = request.parameters().time("since");
        return documents.ids(request.tenant(), scope, since.orElse(null)).map(ids -> {
            Response.ResponseBuilder answer = Response.ok(ids.ids()).type(MediaType.APPLICATION_JSON_TYPE);
            ids.newest().ifPresent(newest -> answer.header("Last-Modified", HttpTime.of(newest)));
            return answer.build();
        });
    }

    private Uni<Response> removeAll(XapiRequest request, DocumentScope scope) {
        return documents
                .removeAll(request.tenant(), scope)
                .replaceWith(() -> Response.noContent().build());
    }

    private Uni<Response> change(XapiRequest request, DocumentScope scope) {
        return documents
                .change(request.tenant(), scope, id(request, scope), present -> decide(request, scope, present))
                .replaceWith(() -> Response.noContent().build());
    }

    private static DocumentChange decide(XapiRequest request, DocumentScope scope, Optional<XapiDocument> present) {
        DocumentDecision decision = new DocumentDecision(
                new Preconditions(request.header("If-Match"), request.header("If-None-Match")), JSON);
        try {
            return switch (request.method()) {
                case "PUT" -> put(decision, request, scope, present);
                case "POST" -> decision.post(present, document(request));
                default -> decision.delete(present);
            };
        } catch (InvalidDocument e) {
            throw Problems.of(e);
        } catch (Refused e) {
            throw ProblemException.of(
                    e.unconditional() ? ProblemType.CONFLICT : ProblemType.PRECONDITION_FAILED, e.getMessage());
        }
    }

    /** State belongs to one activity and one agent; 1.0.3 sees no need for care there, 2.0 does. */
    private static DocumentChange put(
            DocumentDecision decision, XapiRequest request, DocumentScope scope, Optional<XapiDocument> present) {
        boolean strict = request.version() == XapiVersion.V1_0;
        return strict && scope.kind() == DocumentKind.STATE
                ? decision.put(present, document(request))
                : decision.putCarefully(present, document(request), strict);
    }

    private static XapiDocument document(XapiRequest request) {
        String type = request.header("Content-Type");
        if (type != null && (type.length() > LONGEST_TYPE || type.chars().anyMatch(Character::isISOControl))) {
            throw Query.invalid("Content-Type", "must be a media type");
        }
        return new XapiDocument(
                type == null ? MediaType.APPLICATION_OCTET_STREAM : type,
                request.body(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private static Set<String> known(DocumentKind kind, String method) {
        Set<String> names = new HashSet<>(Set.of(kind.parameter()));
        if (kind.hasActivity()) {
            names.add("activityId");
        }
        if (kind.hasAgent()) {
            names.add("agent");
        }
        if (kind == DocumentKind.STATE) {
            names.add("registration");
        }
        if (method.equals("GET")) {
            names.add("since");
        }
        return names;
    }

    private static DocumentScope scope(DocumentKind kind, XapiParameters parameters) {
        return new DocumentScope(
                kind,
                kind.hasActivity()
                        ? parameters.iri("activityId").orElseThrow(() -> Query.invalid("activityId", "is required"))
                        : null,
                kind.hasAgent()
                        ? Actors.identifier(parameters.requiredAgent("agent")).orElseThrow()
                        : null,
                parameters.uuid("registration").orElse(null));
    }

    private static String id(XapiRequest request, DocumentScope scope) {
        return request.parameters().requiredText(scope.kind().parameter());
    }
}
