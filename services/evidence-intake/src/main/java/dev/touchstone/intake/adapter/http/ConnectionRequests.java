package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.connection.ConnectionReader;
import dev.touchstone.intake.connection.HmacProfile;
import dev.touchstone.intake.connection.InvalidProfile;
import dev.touchstone.intake.connection.SharedSecret;
import dev.touchstone.intake.delivery.PayloadTemplates;
import dev.touchstone.intake.document.InvalidDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Checks what administrators configure before any of it is stored. */
@ApplicationScoped
class ConnectionRequests {

    private final PayloadTemplates templates;

    ConnectionRequests(PayloadTemplates templates) {
        this.templates = templates;
    }

    ConnectionReader.Request read(Map<String, Object> fields) {
        try {
            ConnectionReader.Request request = ConnectionReader.read(fields);
            if (request.settings().template() != null) {
                templates.compile(request.settings().template());
            }
            return request;
        } catch (InvalidDocument e) {
            throw Problems.of(e);
        } catch (PayloadTemplates.InvalidTemplate e) {
            throw Problems.of(new InvalidDocument("/template", e.getMessage()));
        }
    }

    /** The secret that was given, or a new one. */
    SharedSecret secret(HmacProfile profile, String given) {
        return given == null ? SharedSecret.mint(profile) : SharedSecret.given(given);
    }

    byte[] material(HmacProfile profile, SharedSecret secret) {
        try {
            return SharedSecret.material(profile, secret.text());
        } catch (InvalidProfile e) {
            throw Problems.of(new InvalidDocument("/" + e.field(), e.getMessage()));
        }
    }
}
