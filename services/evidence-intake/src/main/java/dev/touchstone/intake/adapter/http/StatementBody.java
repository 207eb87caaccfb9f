package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.jose.StatementSignatures;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import dev.touchstone.intake.adapter.json.SoundValues;
import dev.touchstone.intake.adapter.postgres.ReceiveStatements.Delivered;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import dev.touchstone.intake.xapi.Attachment;
import dev.touchstone.intake.xapi.Statement;
import dev.touchstone.intake.xapi.StatementBatch;
import dev.touchstone.intake.xapi.XapiVersion;
import dev.touchstone.intake.xapi.store.XapiDocument;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads the statements of a request, and with {@code multipart/mixed} the contents of their attachments. */
final class StatementBody {

    /** As for every other body of JSON; what may be longer are attachments. */
    private static final int LONGEST_JSON = 1_048_576;

    private StatementBody() {}

    /** @throws ProblemException invalid, unless all of it is good */
    static Delivered read(XapiRequest request) {
        return read(request, null);
    }

    /** @throws ProblemException invalid, unless it is one statement, and that of this id */
    static Delivered readOne(XapiRequest request, UUID id) {
        return read(request, id);
    }

    private static Delivered read(XapiRequest request, UUID id) {
        try {
            String type = request.header("Content-Type");
            if (XapiDocument.isJson(type)) {
                return delivered(request, id, request.body(), Map.of());
            }
            List<Multipart.Part> parts = Multipart.read(type, request.body());
            if (!XapiDocument.isJson(parts.get(0).header("content-type"))) {
                throw new InvalidDocument("", "the first part must be application/json");
            }
            return delivered(request, id, parts.get(0).content(), contents(parts.subList(1, parts.size())));
        } catch (NotJson e) {
            throw Problems.of(e);
        } catch (InvalidDocument e) {
            throw Problems.of(e);
        }
    }

    private static Delivered delivered(XapiRequest request, UUID id, byte[] json, Map<String, byte[]> contents) {
        if (json.length > LONGEST_JSON) {
            throw ProblemException.tooLarge("Statements are taken in up to 1 MiB; only attachments may be longer.");
        }
        Object value = JsonValues.syntax(json);
        List<Statement> statements = statements(value, id, request.version());
        check(statements, contents);
        return new Delivered(statements, contents, request.access().authentication());
    }

    /** What no store can hold is told together with everything else that is wrong. */
    private static List<Statement> statements(Object value, UUID id, XapiVersion version) {
        List<Violation> unsound = SoundValues.violations(value, "");
        try {
            List<Statement> statements = StatementBatch.read(id == null ? value : identified(value, id), version);
            if (unsound.isEmpty()) {
                return statements;
            }
        } catch (InvalidDocument e) {
            throw new InvalidDocument(SoundValues.with(unsound, e.violations()));
        }
        throw new InvalidDocument(unsound);
    }

    private static Object identified(Object value, UUID id) {
        if (!(value instanceof Map<?, ?> statement)) {
            throw new InvalidDocument("", "must be one statement");
        }
        Map<Object, Object> identified = new LinkedHashMap<>(statement);
        Object stated = identified.putIfAbsent("id", id.toString());
        if (stated instanceof String text && !text.equalsIgnoreCase(id.toString())) {
            throw new InvalidDocument("/id", "must be that of the parameter statementId");
        }
        return identified;
    }

    private static void check(List<Statement> statements, Map<String, byte[]> contents) {
        Set<String> named = new HashSet<>();
        for (int index = 0; index < statements.size(); index++) {
            String pointer = statements.size() == 1 ? "" : "/" + index;
            for (Attachment attachment : statements.get(index).attachments()) {
                named.add(attachment.digest());
                if (!attachment.elsewhere() && !contents.containsKey(attachment.digest())) {
                    throw new InvalidDocument(
                            pointer + "/attachments", "an attachment must have a fileUrl or come with the statement");
                }
            }
            StatementSignatures.check(statements.get(index), contents, pointer);
        }
        if (!named.containsAll(contents.keySet())) {
            throw new InvalidDocument("", "there is a part that no statement names as its attachment");
        }
    }

    private static Map<String, byte[]> contents(List<Multipart.Part> parts) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Multipart.Part part : parts) {
            if (!"binary".equalsIgnoreCase(part.header("content-transfer-encoding"))) {
                throw new InvalidDocument("", "a part must have Content-Transfer-Encoding: binary");
            }
            String digest = part.header("x-experience-api-hash");
            if (digest == null || !Digests.isOf(digest, part.content())) {
                throw new InvalidDocument("", "a part must have its SHA-2 digest in X-Experience-API-Hash");
            }
            contents.put(digest.toLowerCase(java.util.Locale.ROOT), part.content());
        }
        return contents;
    }
}
