package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.xml.XmlValues;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.FormCredentialsProfile;
import dev.touchstone.intake.connection.Headers;
import dev.touchstone.intake.connection.JwtBodyProfile;
import dev.touchstone.intake.delivery.Extractor.Unreadable;
import dev.touchstone.intake.payload.ContentCoding;
import dev.touchstone.intake.payload.FormFields;
import dev.touchstone.intake.payload.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies of webhooks: JSON, forms and XML, compressed or not. */
final class HookBodies {

    private static final int MOST = 1_048_576;

    private HookBodies() {}

    /** Without the content encoding. @throws ProblemException too large, invalid or unsupported media type */
    static byte[] decoded(Headers headers, byte[] body) {
        List<String> codings = headers.all("Content-Encoding");
        try {
            return ContentCoding.decode(String.join(",", codings), body, MOST);
        } catch (ContentCoding.Refused refused) {
            throw switch (refused.why()) {
                case TOO_LARGE -> ProblemException.tooLarge("The body is too large once it is decompressed.");
                case UNKNOWN_CODING ->
                    ProblemException.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding may be gzip or deflate, once.");
                case BROKEN ->
                    ProblemException.invalid(
                            "The body could not be read.",
                            List.of(new FieldError("", "it is not what Content-Encoding says, or is cut short")));
            };
        }
    }

    /** @throws ProblemException unsupported media type, for what is never a message */
    static MediaKind kind(Connection connection, Headers headers) {
        if (connection.settings().verifier() instanceof JwtBodyProfile) {
            return MediaKind.JSON;
        }
        return MediaKind.of(headers.single("Content-Type").orElse(null))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "This address takes JSON, XML and application/x-www-form-urlencoded."));
    }

    /** What may be kept of a message: all but the credentials in it. */
    static byte[] kept(Connection connection, byte[] body) {
        return connection.settings().verifier() instanceof FormCredentialsProfile credentials
                ? FormFields.parse(body)
                        .map(form -> form.without(credentials.secretFields()))
                        .orElse(body)
                : body;
    }

    /** @throws Unreadable with the reason */
    static Object payload(Connection connection, MediaKind kind, byte[] body) {
        return switch (kind) {
            case JSON -> json(body);
            case XML -> xml(body);
            case FORM -> form(connection.settings().bodyField(), body);
        };
    }

    private static Object json(byte[] body) {
        try {
            return JsonValues.parse(body);
        } catch (JsonValues.NotJson e) {
            throw new Unreadable("not-json", e.getMessage());
        }
    }

    private static Object xml(byte[] body) {
        try {
            return XmlValues.parse(body);
        } catch (XmlValues.NotXml e) {
            throw new Unreadable("not-xml", e.getMessage());
        }
    }

    private static Object form(String field, byte[] body) {
        FormFields form = FormFields.parse(body)
                .orElseThrow(() -> new Unreadable("not-form", "it is not encoded as a form, or has too many fields"));
        if (field == null) {
            return form.value()
                    .orElseThrow(() -> new Unreadable("not-form", "a field is a value and an object, or too deep"));
        }
        String text = form.single(field)
                .orElseThrow(() -> new Unreadable("not-form", "it does not have the field " + field + " once"));
        return json(text.getBytes(StandardCharsets.UTF_8));
    }
}
